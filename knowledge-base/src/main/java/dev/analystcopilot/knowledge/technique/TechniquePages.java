package dev.analystcopilot.knowledge.technique;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the imported ATT&CK pages say of each technique, held in memory for searching: descriptions and their vectors,
/// mitigations, detections, and procedure examples without the names of who did it. Techniques have numbers here.
/// Immutable.
final class TechniquePages {
    static final String TECHNIQUE = "technique";
    static final String PROCEDURE = "procedure";

    private static final String DESCRIPTION = "Description";
    private static final int NAME_COUNTS = 4;
    private static final int NAME_IN_SECTION = 2;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<Passage> examples = new ArrayList<>();
    private final List<String> techniques;
    private final int[] ofExample;
    private final int[] ofSection;
    private final int[] ofVector;
    private final List<Vector> vectors = new ArrayList<>();
    private final WordIndex byExample;
    private final WordIndex bySection;
    private final WordIndex byPage;
    private final PageLanguage language;

    private TechniquePages(List<Passage> passages, Map<String, Vector> known, Tokens tokens) {
        var bags = new ArrayList<Map<String, Integer>>();
        var sections = new ArrayList<Map<String, Integer>>();
        var pages = new ArrayList<Map<String, Integer>>();
        var said = new ArrayList<Map<String, Integer>>();
        var examplesOf = new ArrayList<Integer>();
        var sectionsOf = new ArrayList<Integer>();
        var vectorsOf = new ArrayList<Integer>();
        Map<String, List<String>> actors = new HashMap<>();
        for (Passage passage : passages) {
            int number = numbers.computeIfAbsent(passage.ref(), ref -> numbers.size());
            if (number == pages.size()) {
                pages.add(new HashMap<>());
                said.add(new HashMap<>());
            }
            Map<String, Integer> bag = new HashMap<>(tokens.counts(passage.text()));
            if (passage.kind().equals(PROCEDURE)) {
                actors.computeIfAbsent(passage.heading(), tokens::of).forEach(bag::remove);
                examples.add(passage);
                examplesOf.add(number);
                bags.add(bag);
                add(bag, 1, said.get(number));
                continue;
            }
            Map<String, Integer> name = tokens.counts(passage.title());
            if (passage.heading().equals(DESCRIPTION)) {
                if (names.putIfAbsent(passage.ref(), passage.title()) == null) {
                    add(name, NAME_COUNTS, said.get(number));
                    add(name, NAME_COUNTS, pages.get(number));
                }
                add(bag, 1, said.get(number));
                Optional.ofNullable(known.get(passage.id())).ifPresent(vector -> {
                    vectors.add(vector);
                    vectorsOf.add(number);
                });
            }
            add(tokens.counts(passage.heading()), 1, bag);
            add(bag, 1, pages.get(number));
            add(name, NAME_IN_SECTION, bag);
            sections.add(bag);
            sectionsOf.add(number);
        }
        techniques = List.copyOf(numbers.keySet());
        ofExample = ints(examplesOf);
        ofSection = ints(sectionsOf);
        ofVector = ints(vectorsOf);
        byExample = WordIndex.ofCosine(bags);
        bySection = WordIndex.ofBm25(sections);
        byPage = WordIndex.ofBm25(pages);
        language = new PageLanguage(said);
    }

    static TechniquePages of(List<Passage> passages, Map<String, Vector> vectors, Tokens tokens) {
        return new TechniquePages(passages, vectors, tokens);
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static void add(Map<String, Integer> words, int times, Map<String, Integer> to) {
        words.forEach((word, count) -> to.merge(word, times * count, Integer::sum));
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /// In the order of their numbers.
    List<String> techniques() {
        return techniques;
    }

    /// Their names by id.
    Map<String, String> names() {
        return names;
    }

    /// By technique, as all scores here.
    double[] byPages(Map<String, Integer> text) {
        return language.likelihood(text);
    }

    /// The best description's cosine; 0 while there are no vectors.
    double[] byDescription(Vector vector) {
        double[] best = new double[techniques.size()];
        for (int i = 0; i < ofVector.length; i++) {
            best[ofVector[i]] = Math.max(best[ofVector[i]], vectors.get(i).cosine(vector));
        }
        return best;
    }

    /// BM25 of the section that fits best: a description, a mitigation, a detection.
    double[] bySections(Map<String, Integer> text) {
        float[] found = bySection.search(text);
        double[] best = new double[techniques.size()];
        for (int i = 0; i < found.length; i++) {
            best[ofSection[i]] = Math.max(best[ofSection[i]], found[i]);
        }
        return best;
    }

    /// BM25 of all sections together.
    double[] byWholePage(Map<String, Integer> text) {
        float[] found = byPage.search(text);
        double[] scores = new double[found.length];
        for (int i = 0; i < found.length; i++) {
            scores[i] = found[i];
        }
        return scores;
    }

    /// How telling a word is among pages.
    double rarity(String word) {
        return byPage.rarity(word);
    }

    /// How alike each example is to the text by words, by its number.
    float[] examples(Map<String, Integer> text) {
        return byExample.search(text);
    }

    Passage example(int number) {
        return examples.get(number);
    }

    /// The number of an example's technique.
    int techniqueOf(int example) {
        return ofExample[example];
    }

    int exampleCount() {
        return ofExample.length;
    }

    /// Words of the text that say something about the technique, the most telling first.
    List<String> words(String technique, Map<String, Integer> text, int most) {
        Integer number = numbers.get(technique);
        if (number == null) {
            return List.of();
        }
        Map<String, Double> known = new HashMap<>();
        Set<String> asked = new HashSet<>(text.keySet());
        asked.forEach(word -> known.put(word, language.telling(word, number)));
        return known.entrySet().stream()
                .filter(word -> word.getValue() > 0)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> word) -> -word.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String toString() {
        return "TechniquePages[techniques=%d, examples=%d, sections=%d, vectors=%d]"
                .formatted(
                        techniques.size(),
                        examples.size(),
                        Arrays.stream(ofSection).count(),
                        vectors.size());
    }
}
