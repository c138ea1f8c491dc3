package dev.analystcopilot.triage.sign;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.text.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads `signs.yaml`.
final class SignReader {
    private SignReader() {}

    static Map<String, Sign> read(String resource) {
        try (InputStream in = SignReader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            Map<String, Sign> signs = new LinkedHashMap<>();
            for (JsonNode node : new YAMLMapper().readTree(in).path("signs")) {
                Sign sign = sign(node);
                signs.put(sign.id(), sign);
            }
            return signs;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static Sign sign(JsonNode node) {
        return new Sign(
                node.path("id").asString(),
                node.path("weight").asDouble(),
                Optional.ofNullable(node.get("technique")).map(JsonNode::asString),
                Optional.ofNullable(node.get("tactic")).map(JsonNode::asString),
                Outcome.valueOf(node.path("outcome").asString("unknown").toUpperCase(Locale.ROOT)),
                new Bilingual(node.path("en").asString(), node.path("zh").asString()));
    }
}
