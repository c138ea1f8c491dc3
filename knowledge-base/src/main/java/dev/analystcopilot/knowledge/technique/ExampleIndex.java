package dev.analystcopilot.knowledge.technique;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Short texts by the words that they hold: cosine of TF-IDF with logarithmic counts. Immutable.
final class ExampleIndex {
    /// The texts that hold a word, and how much it weighs in each.
    private static final class Posting {
        private final int[] texts;
        private final float[] weights;

        Posting(int[] texts, float[] weights) {
            this.texts = texts;
            this.weights = weights;
        }
    }

    private final Map<String, Posting> postings = new HashMap<>();
    private final Map<String, Double> rarity = new HashMap<>();
    private final double rarest;
    private final int size;

    ExampleIndex(List<Map<String, Integer>> texts) {
        size = texts.size();
        rarest = Math.log(Math.max(1, size)) + 1;
        var frequency = new HashMap<String, Integer>();
        texts.forEach(text -> text.keySet().forEach(word -> frequency.merge(word, 1, Integer::sum)));
        frequency.forEach((word, count) -> rarity.put(word, Math.log((double) size / count) + 1));
        var lists = new HashMap<String, List<Integer>>();
        double[] lengths = new double[size];
        for (int i = 0; i < size; i++) {
            int number = i;
            texts.get(i).forEach((word, count) -> {
                lists.computeIfAbsent(word, key -> new ArrayList<>()).add(number);
                lengths[number] += square(weight(word, count));
            });
        }
        lists.forEach((word, numbers) -> {
            int[] ids = numbers.stream().mapToInt(Integer::intValue).toArray();
            float[] weights = new float[ids.length];
            for (int i = 0; i < ids.length; i++) {
                int count = texts.get(ids[i]).getOrDefault(word, 0);
                weights[i] = (float) (weight(word, count) / Math.sqrt(lengths[ids[i]]));
            }
            postings.put(word, new Posting(ids, weights));
        });
    }

    /// How alike each text is, by its number; 0 where no word is shared.
    float[] search(Map<String, Integer> asked) {
        float[] likeness = new float[size];
        double squares = 0;
        for (Map.Entry<String, Integer> word : asked.entrySet()) {
            if (postings.containsKey(word.getKey())) {
                squares += square(weight(word.getKey(), word.getValue()));
            }
        }
        for (Map.Entry<String, Integer> word : asked.entrySet()) {
            Posting posting = postings.get(word.getKey());
            if (posting != null) {
                float weight = (float) (weight(word.getKey(), word.getValue()) / Math.sqrt(squares));
                for (int i = 0; i < posting.texts.length; i++) {
                    likeness[posting.texts[i]] += weight * posting.weights[i];
                }
            }
        }
        return likeness;
    }

    private double weight(String word, int count) {
        return (1 + Math.log(count)) * rarity.getOrDefault(word, rarest);
    }

    private static double square(double value) {
        return value * value;
    }
}
