package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.PassageStore.Document;
import dev.analystcopilot.knowledge.postgres.PassageStore.Entry;
import dev.analystcopilot.knowledge.postgres.PassageStore.NewPassage;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// ATT&CK's live techniques with nothing but their descriptions: a set of pages that no weight was learnt on.
final class Techniques {
    static final Scope SCOPE = Scope.analyst("techniques");

    private static final int LONGEST = 1_200;
    private static final int TITLE_WEIGHT = 3;

    private Techniques() {}

    static void load(Corpus corpus, Path shared) {
        corpus.database().passages().change(SCOPE, entries(shared), List.of());
    }

    private static List<Entry> entries(Path shared) {
        var tokens = new Tokens();
        var entries = new ArrayList<Entry>();
        for (JsonNode object : read(shared.resolve("data/knowledge/attack/enterprise-attack-18.1.json.gz"))
                .path("objects")) {
            boolean live = object.path("type").asString().equals("attack-pattern")
                    && !object.path("revoked").asBoolean(false)
                    && !object.path("x_mitre_deprecated").asBoolean(false);
            if (live) {
                entries.add(entry(object, tokens));
            }
        }
        return entries;
    }

    private static Entry entry(JsonNode object, Tokens tokens) {
        String id =
                object.path("external_references").path(0).path("external_id").asString();
        String title = object.path("name").asString();
        String description = object.path("description")
                .asString()
                .replaceAll("\\(Citation: [^)]*\\)", "")
                .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
        String text = description.substring(0, Math.min(LONGEST, description.length()));
        Map<String, Integer> terms = new HashMap<>(tokens.counts(text));
        tokens.counts(title).forEach((term, count) -> terms.merge(term, count * TITLE_WEIGHT, Integer::sum));
        var document = new Document(
                "techniques:" + id,
                "attack",
                id,
                "technique",
                Audience.ANALYST,
                Language.EN,
                title,
                List.of(id),
                List.of(),
                id);
        return new Entry(
                document,
                List.of(new NewPassage(document.id() + "#1", 1, "technique", "", text, "", terms, true)),
                "attack");
    }

    private static JsonNode read(Path file) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
