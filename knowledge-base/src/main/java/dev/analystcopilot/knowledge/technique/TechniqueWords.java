package dev.analystcopilot.knowledge.technique;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Texts as rows of numbers, the same in training and in use. Immutable.
public final class TechniqueWords {
    private static final String VOCABULARY = "vocabulary";
    private static final String WEIGHTS = "word_weights";
    private static final String SEPARATOR = "\n";
    /// Unit vectors lie close together: longer ones let the classifier tell them apart with smaller weights.
    private static final float STRETCH = 5;

    private final List<String> vocabulary;
    private final List<Double> weights;
    private final Map<String, Integer> places;

    /// @param weights how telling each word is
    public TechniqueWords(List<String> vocabulary, List<Double> weights) {
        if (vocabulary.size() != weights.size()) {
            throw new IllegalArgumentException("%d words, %d weights".formatted(vocabulary.size(), weights.size()));
        }
        this.vocabulary = List.copyOf(vocabulary);
        this.weights = List.copyOf(weights);
        this.places = IntStream.range(0, vocabulary.size())
                .boxed()
                .collect(Collectors.toMap(vocabulary::get, place -> place, (a, b) -> a, HashMap::new));
    }

    /// From a model's notes.
    static TechniqueWords of(Map<String, String> notes) {
        return new TechniqueWords(
                List.of(notes.getOrDefault(VOCABULARY, "").split(SEPARATOR)),
                List.of(notes.getOrDefault(WEIGHTS, "0").split(SEPARATOR)).stream()
                        .map(Double::valueOf)
                        .toList());
    }

    /// To keep in a model's file.
    public Map<String, String> notes() {
        return Map.of(
                VOCABULARY,
                String.join(SEPARATOR, vocabulary),
                WEIGHTS,
                weights.stream()
                        .map(weight -> Float.toString(weight.floatValue()))
                        .collect(Collectors.joining(SEPARATOR)));
    }

    /// TF-IDF with logarithmic counts, of unit length; all nought if no word is known.
    public float[] row(Map<String, Integer> counts) {
        float[] row = new float[vocabulary.size()];
        double squares = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            Integer place = places.get(count.getKey());
            if (place != null) {
                double value = (1 + Math.log(count.getValue())) * weights.get(place);
                row[place] = (float) value;
                squares += value * value;
            }
        }
        double length = Math.sqrt(squares);
        for (int i = 0; length > 0 && i < row.length; i++) {
            row[i] = (float) (row[i] / length);
        }
        return row;
    }

    /// A text's vector as the classifier by meaning takes it.
    public static float[] stretched(Vector vector) {
        float[] values = vector.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] *= STRETCH;
        }
        return values;
    }
}
