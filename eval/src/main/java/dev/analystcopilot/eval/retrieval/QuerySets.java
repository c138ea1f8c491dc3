package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.knowledge.text.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sets of questions.
public final class QuerySets {
    private static final JsonMapper JSON = JsonMapper.shared();

    private QuerySets() {}

    /// Our own questions to what ships with the product.
    public static List<Query> own(Language language) {
        return lines("queries/" + language.code() + ".jsonl").stream()
                .map(QuerySets::query)
                .toList();
    }

    /// Our own questions whose answer is one ATT&CK page.
    public static List<Query> attackPages() {
        return lines("queries/attack-pages.jsonl").stream()
                .map(QuerySets::query)
                .toList();
    }

    /// Questions about something else: nothing that ships answers them.
    public static List<String> offTopic(Language language) {
        return lines("queries/offtopic-" + language.code() + ".txt");
    }

    /// From the measuring rod: every `step`-th query of a set, with its truth.
    static List<Query> rod(Path measure, String set, int step) {
        Map<String, Map<String, Double>> truth = new HashMap<>();
        read(measure.resolve("truth").resolve(set + ".jsonl")).forEach(line -> {
            JsonNode node = JSON.readTree(line);
            Map<String, Double> gold = new HashMap<>();
            node.path("gold").valueStream().forEach(ref -> gold.put(ref.asString(), 1.0));
            truth.put(node.path("id").asString(), gold);
        });
        List<String> all = read(measure.resolve(set + ".jsonl"));
        return java.util.stream.IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .map(JSON::readTree)
                .map(node -> new Query(
                        node.path("id").asString(),
                        node.path("text").asString(),
                        "technique",
                        truth.getOrDefault(node.path("id").asString(), Map.of())))
                .toList();
    }

    private static Query query(String line) {
        JsonNode node = JSON.readTree(line);
        Map<String, Double> relevant = new HashMap<>();
        node.path("relevant").forEachEntry((ref, grade) -> relevant.put(ref, grade.asDouble()));
        return new Query(
                node.path("id").asString(),
                node.path("text").asString(),
                node.path("kind").asString(),
                relevant);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<String> lines(String resource) {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(QuerySets.class.getClassLoader().getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
