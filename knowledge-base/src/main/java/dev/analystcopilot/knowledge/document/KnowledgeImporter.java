package dev.analystcopilot.knowledge.document;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Document;
import dev.analystcopilot.knowledge.postgres.PassageStore.Entry;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Brings documents into the store, and keeps them up to date: an import again changes only what has changed, and
/// removes what has vanished. Vectors come later: see [PassageEmbedding].
public final class KnowledgeImporter {
    private final PassageStore store;
    private final DocumentReader reader = new DocumentReader();

    public KnowledgeImporter(Database database) {
        this.store = database.passages();
    }

    /// All Markdown files in and below a folder, or one file.
    ///
    /// @param kind what they are (`runbook`, `policy` …) where their front matter does not say
    public Import importFolder(Scope scope, Path folder, String kind) {
        Path root = folder.toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(root)) {
            var texts = new TreeMap<String, String>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                String name = file.equals(root)
                        ? String.valueOf(root.getFileName())
                        : root.relativize(file).toString();
                texts.put(name.replace('\\', '/'), Files.readString(file, StandardCharsets.UTF_8));
            }
            return importTexts(scope, root.toString(), kind, texts);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /// @param origin names where the texts come from: what was imported from there before and is missing now goes
    /// @param texts Markdown by file name
    Import importTexts(Scope scope, String origin, String kind, Map<String, String> texts) {
        Map<String, String> known = store.hashes(scope, origin);
        var gone = new HashSet<>(known.keySet());
        var changed = new ArrayList<Entry>();
        var problems = new ArrayList<Import.Problem>();
        int unchanged = 0;
        for (var file : texts.entrySet()) {
            try {
                DocumentReader.Draft draft = reader.read(scope, origin, kind, file.getKey(), file.getValue());
                Document document = draft.document();
                gone.remove(document.id());
                if (document.hash().equals(known.get(document.id()))) {
                    unchanged++;
                } else if (changed.stream().anyMatch(e -> e.document().id().equals(document.id()))) {
                    problems.add(new Import.Problem(file.getKey(), "another file has the same id and language"));
                } else {
                    changed.add(reader.cut(draft));
                }
            } catch (UnreadableDocumentException e) {
                problems.add(new Import.Problem(file.getKey(), String.valueOf(e.getMessage())));
            }
        }
        // A file that has become unreadable keeps its former version: nothing is lost by a slip of the pen.
        List<String> removed = problems.isEmpty() ? List.copyOf(gone) : List.of();
        if (!changed.isEmpty() || !removed.isEmpty()) {
            store.change(scope, changed, removed);
        }
        return new Import(changed.size(), unchanged, removed.size(), problems);
    }
}
