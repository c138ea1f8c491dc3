package dev.analystcopilot.knowledge.technique;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which numbered texts hold a word, and what it weighs in each: arrays, since tens of thousands of short texts are
/// searched within a millisecond. Immutable.
final class WordIndex {
    /// Parameters of BM25 (Robertson & Zaragoza 2009).
    private static final double K1 = 1.2;

    private static final double B = 0.5;

    private static final class Posting {
        private final int[] texts;
        private final float[] weights;

        Posting(int[] texts, float[] weights) {
            this.texts = texts;
            this.weights = weights;
        }
    }

    private final Map<String, Posting> postings;
    private final Map<String, Double> rarity;
    private final boolean cosine;
    private final int size;

    private WordIndex(Map<String, Posting> postings, Map<String, Double> rarity, boolean cosine, int size) {
        this.postings = postings;
        this.rarity = rarity;
        this.cosine = cosine;
        this.size = size;
    }

    /// For texts of a kind: cosine of TF-IDF with logarithmic counts.
    static WordIndex ofCosine(List<Map<String, Integer>> texts) {
        var index = new Builder(texts);
        double[] lengths = new double[texts.size()];
        index.lists.forEach((word, list) -> {
            double rare = Math.log((double) texts.size() / list.size()) + 1;
            index.rarity.put(word, rare);
            for (int i = 0; i < list.size(); i++) {
                double weight = (1 + Math.log(list.counts[i])) * rare;
                lengths[list.texts[i]] += weight * weight;
            }
        });
        return index.build(true, (text, count, rare) -> (1 + Math.log(count)) * rare / Math.sqrt(lengths[text]));
    }

    /// For a question against texts: BM25.
    static WordIndex ofBm25(List<Map<String, Integer>> texts) {
        var index = new Builder(texts);
        double[] lengths = texts.stream()
                .mapToDouble(text ->
                        text.values().stream().mapToInt(Integer::intValue).sum())
                .toArray();
        double mean = Math.max(1, Arrays.stream(lengths).average().orElse(1));
        index.lists.forEach((word, list) ->
                index.rarity.put(word, Math.log(1 + (texts.size() - list.size() + 0.5) / (list.size() + 0.5))));
        return index.build(
                false,
                (text, count, rare) -> rare * count * (K1 + 1) / (count + K1 * (1 - B + B * lengths[text] / mean)));
    }

    /// How well each text fits, by its number; 0 where no word is shared.
    float[] search(Map<String, Integer> asked) {
        double squares = 0;
        for (Map.Entry<String, Integer> word : asked.entrySet()) {
            double weight = (1 + Math.log(word.getValue())) * rarity(word.getKey());
            squares += weight * weight;
        }
        float[] found = new float[size];
        for (Map.Entry<String, Integer> word : asked.entrySet()) {
            Posting posting = postings.get(word.getKey());
            if (posting != null) {
                float weight = cosine
                        ? (float) ((1 + Math.log(word.getValue())) * rarity(word.getKey()) / Math.sqrt(squares))
                        : 1;
                for (int i = 0; i < posting.texts.length; i++) {
                    found[posting.texts[i]] += weight * posting.weights[i];
                }
            }
        }
        return found;
    }

    /// How telling a word is; 0 if no text holds it.
    double rarity(String word) {
        return rarity.getOrDefault(word, 0.0);
    }

    private interface Weighing {
        double weight(int text, int count, double rarity);
    }

    private static final class Counts {
        private static final int FIRST = 4;

        private int[] texts = new int[FIRST];
        private int[] counts = new int[FIRST];
        private int size;

        void add(int text, int count) {
            if (size == texts.length) {
                texts = Arrays.copyOf(texts, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            texts[size] = text;
            counts[size++] = count;
        }

        int size() {
            return size;
        }
    }

    private static final class Builder {
        private final Map<String, Counts> lists = new HashMap<>();
        private final Map<String, Double> rarity = new HashMap<>();
        private final int size;

        Builder(List<Map<String, Integer>> texts) {
            size = texts.size();
            var number = new ArrayList<>(texts);
            for (int i = 0; i < size; i++) {
                int text = i;
                number.get(i)
                        .forEach((word, count) ->
                                lists.computeIfAbsent(word, key -> new Counts()).add(text, count));
            }
        }

        WordIndex build(boolean cosine, Weighing weighing) {
            var postings = new HashMap<String, Posting>();
            lists.forEach((word, list) -> {
                double rare = rarity.getOrDefault(word, 0.0);
                float[] weights = new float[list.size()];
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = (float) weighing.weight(list.texts[i], list.counts[i], rare);
                }
                postings.put(word, new Posting(Arrays.copyOf(list.texts, list.size()), weights));
            });
            return new WordIndex(postings, rarity, cosine, size);
        }
    }
}
