package dev.analystcopilot.eval.injection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An instruction to plant.
///
/// @param fields what it says; several if it is spread over fields
record Payload(String family, List<String> fields) {
    private static final JsonMapper JSON = JsonMapper.shared();

    Payload {
        fields = List.copyOf(fields);
    }

    String whole() {
        return String.join(" ", fields);
    }

    /// The families of the data pack.
    static List<Payload> all(Path shared) {
        Path folder = shared.resolve("data/labelled/injection");
        List<Payload> all = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(folder.resolve("soc-injection.jsonl"))) {
                JsonNode row = JSON.readTree(line);
                String family = row.path("family").asString();
                String text = row.path("injected_payload").asString();
                boolean spread = row.path("original_value_snippet").asString("").contains("fragmented");
                all.add(new Payload(family, spread ? spread(text) : List.of(text)));
            }
            JsonNode bipia = JSON.readTree(Files.readString(folder.resolve("bipia-text-attack-train.json")));
            for (String kind : bipia.propertyNames()) {
                bipia.path(kind).forEach(text -> all.add(new Payload("BIPIA", List.of(text.asString()))));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the injections", e);
        }
    }

    /// `Field=text | Field=text`.
    private static List<String> spread(String text) {
        return Arrays.stream(text.split(" \\| ", -1))
                .map(part -> part.substring(part.indexOf('=') + 1))
                .toList();
    }
}
