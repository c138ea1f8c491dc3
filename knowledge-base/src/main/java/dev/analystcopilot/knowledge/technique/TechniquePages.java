package dev.analystcopilot.knowledge.technique;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the imported ATT&CK pages say of each technique, held in memory for searching: descriptions, their vectors, and
/// procedure examples without the names of who did it. Immutable.
final class TechniquePages {
    static final String TECHNIQUE = "technique";
    static final String PROCEDURE = "procedure";

    private static final String DESCRIPTION = "Description";
    private static final double NAME_COUNTS = 3;
    /// How much the language of all pages smooths that of one, in words: Zhai & Lafferty (TOIS 2004).
    private static final double SMOOTHING = 1_000;

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, List<Vector>> descriptions = new HashMap<>();
    private final List<Passage> examples = new ArrayList<>();
    private final ExampleIndex index;
    private final Map<String, Map<String, Double>> tellingOf = new HashMap<>();
    private final Map<String, Double> lengths = new HashMap<>();

    private TechniquePages(List<Passage> passages, Map<String, Vector> vectors, Tokens tokens) {
        var counts = new LinkedHashMap<String, Map<String, Double>>();
        var bags = new ArrayList<Map<String, Integer>>();
        for (Passage passage : passages) {
            Map<String, Double> ofTechnique = counts.computeIfAbsent(passage.ref(), ref -> new HashMap<>());
            if (passage.kind().equals(PROCEDURE)) {
                Map<String, Integer> bag = withoutActor(passage, tokens);
                examples.add(passage);
                bags.add(bag);
                bag.forEach((word, count) -> ofTechnique.merge(word, (double) count, Double::sum));
            } else if (passage.heading().equals(DESCRIPTION)) {
                if (names.putIfAbsent(passage.ref(), passage.title()) == null) {
                    tokens.of(passage.title()).forEach(word -> ofTechnique.merge(word, NAME_COUNTS + 1, Double::sum));
                }
                tokens.of(passage.text()).forEach(word -> ofTechnique.merge(word, 1.0, Double::sum));
                Optional.ofNullable(vectors.get(passage.id()))
                        .ifPresent(vector -> descriptions
                                .computeIfAbsent(passage.ref(), ref -> new ArrayList<>())
                                .add(vector));
            }
        }
        index = new ExampleIndex(bags);
        learn(counts);
    }

    static TechniquePages of(List<Passage> passages, Map<String, Vector> vectors, Tokens tokens) {
        return new TechniquePages(passages, vectors, tokens);
    }

    private static Map<String, Integer> withoutActor(Passage passage, Tokens tokens) {
        Map<String, Integer> bag = new HashMap<>(tokens.counts(passage.text()));
        new HashSet<>(tokens.of(passage.heading())).forEach(bag::remove);
        return bag;
    }

    private void learn(Map<String, Map<String, Double>> counts) {
        var all = new HashMap<String, Double>();
        counts.values().forEach(words -> words.forEach((word, count) -> all.merge(word, count, Double::sum)));
        double total = all.values().stream().mapToDouble(Double::doubleValue).sum();
        counts.forEach((technique, words) -> {
            lengths.put(
                    technique,
                    words.values().stream().mapToDouble(Double::doubleValue).sum());
            words.forEach((word, count) -> tellingOf
                    .computeIfAbsent(word, key -> new HashMap<>())
                    .put(technique, Math.log(1 + count * total / (SMOOTHING * all.getOrDefault(word, 1.0)))));
        });
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /// Their names by id.
    Map<String, String> names() {
        return names;
    }

    /// The logarithm of how much likelier each technique's pages hold such words than all pages together do, by word.
    Map<String, Double> byPages(Map<String, Integer> text) {
        var sums = new HashMap<String, Double>();
        double size = 0;
        for (Map.Entry<String, Integer> word : text.entrySet()) {
            Map<String, Double> telling = tellingOf.get(word.getKey());
            if (telling != null) {
                double count = Math.sqrt(word.getValue());
                size += count;
                telling.forEach((technique, weight) -> sums.merge(technique, count * weight, Double::sum));
            }
        }
        double words = size;
        var scores = new HashMap<String, Double>();
        lengths.forEach((technique, length) -> scores.put(
                technique,
                words == 0
                        ? 0
                        : sums.getOrDefault(technique, 0.0) / words + Math.log(SMOOTHING / (length + SMOOTHING))));
        return scores;
    }

    Map<String, Double> byDescription(Vector vector) {
        var scores = new HashMap<String, Double>();
        descriptions.forEach((technique, vectors) -> scores.put(
                technique, vectors.stream().mapToDouble(vector::cosine).max().orElse(0)));
        return scores;
    }

    /// How alike each example is to the text by words, by its number.
    float[] examples(Map<String, Integer> text) {
        return index.search(text);
    }

    Passage example(int number) {
        return examples.get(number);
    }

    int exampleCount() {
        return examples.size();
    }

    /// Words of the text that say something about the technique, the most telling first.
    List<String> words(String technique, Map<String, Integer> text, int most) {
        Set<String> known = new HashSet<>(text.keySet());
        known.removeIf(word -> weight(word, technique) <= 0);
        return known.stream()
                .sorted(Comparator.comparingDouble((String word) -> -weight(word, technique))
                        .thenComparing(word -> word))
                .limit(most)
                .toList();
    }

    private double weight(String word, String technique) {
        return tellingOf.getOrDefault(word, Map.of()).getOrDefault(technique, 0.0);
    }

    /// Whether the text holds the technique's name, word for word.
    static boolean names(String text, String name) {
        return name.indexOf(' ') > 0
                && (" " + text.toLowerCase(Locale.ROOT) + " ").contains(" " + name.toLowerCase(Locale.ROOT) + " ");
    }
}
