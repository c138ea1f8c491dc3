package dev.analystcopilot.knowledge.source.feed;

import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.source.Drafts;
import dev.analystcopilot.knowledge.source.KnowledgeSource;
import dev.analystcopilot.knowledge.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a source reads from a text.
record ReadDrafts(List<Draft> found, List<String> problems) implements Drafts {

    static ReadDrafts of(KnowledgeSource source, String file, String text) throws IOException {
        var drafts = new ReadDrafts(new ArrayList<>(), new ArrayList<>());
        source.read(new SourceFile(file, text.getBytes(StandardCharsets.UTF_8), source.name()), drafts);
        return drafts;
    }

    @Override
    public void add(Draft draft) {
        found.add(draft);
    }

    @Override
    public void problem(String where, String reason) {
        problems.add(where + ": " + reason);
    }

    Draft only() {
        if (found.size() != 1) {
            throw new AssertionError("not one draft, but " + found.size());
        }
        return found.getFirst();
    }
}
