package dev.analystcopilot.eval.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The measuring rod's cases, and the rules to rank for them.
final class Cases {
    private Cases() {}

    /// An input without its truth.
    ///
    /// @param events JSON objects
    /// @param text the same, written out
    record Case(String id, List<JsonNode> events, String text) {
        Case {
            events = List.copyOf(events);
        }
    }

    /// @param folder `retrieval` of the measuring rod's inputs
    static List<Case> read(Path folder) throws IOException {
        Map<String, String> texts = new HashMap<>();
        lines(folder.resolve("sigma_events.jsonl"))
                .forEach(one ->
                        texts.put(one.path("id").asString(), one.path("text").asString()));
        return lines(folder.resolve("sigma_events_raw.jsonl")).stream()
                .map(one -> new Case(
                        one.path("id").asString(),
                        List.copyOf(one.path("events").values()),
                        texts.getOrDefault(one.path("id").asString(), "")))
                .toList();
    }

    /// @param file of the truth
    static Map<String, Map<String, Double>> truth(Path file) throws IOException {
        Map<String, Map<String, Double>> truth = new HashMap<>();
        for (JsonNode one : lines(file)) {
            Map<String, Double> grades = new HashMap<>();
            one.path("gold").forEach(gold -> grades.put(gold.asString(), 1.0));
            truth.put(one.path("id").asString(), grades);
        }
        return truth;
    }

    /// The texts of rules by their file.
    static Map<String, String> rules(Path zip) throws IOException {
        Map<String, String> yaml = new LinkedHashMap<>();
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream()
                    .filter(each -> each.getName().endsWith(".yml"))
                    .toList()) {
                try (var content = file.getInputStream(entry)) {
                    yaml.put(entry.getName(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return yaml;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
