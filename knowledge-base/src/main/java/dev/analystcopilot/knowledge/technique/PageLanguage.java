package dev.analystcopilot.knowledge.technique;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A language model of each page, smoothed by that of all pages (Dirichlet: Zhai & Lafferty, TOIS 2004). Immutable.
final class PageLanguage {
    /// How much the language of all pages smooths that of one, in words.
    private static final double SMOOTHING = 1_000;

    private static final class Telling {
        private final int[] pages;
        private final float[] weights;

        Telling(int size) {
            pages = new int[size];
            weights = new float[size];
        }
    }

    private final Map<String, Telling> words = new HashMap<>();
    private final double[] lengths;

    /// @param pages how often each word stands there
    PageLanguage(List<Map<String, Integer>> pages) {
        lengths = new double[pages.size()];
        Map<String, Integer> all = new HashMap<>();
        Map<String, Integer> holders = new HashMap<>();
        for (int i = 0; i < lengths.length; i++) {
            int page = i;
            pages.get(i).forEach((word, count) -> {
                lengths[page] += count;
                all.merge(word, count, Integer::sum);
                holders.merge(word, 1, Integer::sum);
            });
        }
        double total = 0;
        for (double length : lengths) {
            total += length;
        }
        Map<String, Integer> filled = new HashMap<>();
        for (int i = 0; i < lengths.length; i++) {
            for (Map.Entry<String, Integer> word : pages.get(i).entrySet()) {
                String key = word.getKey();
                Telling telling = words.computeIfAbsent(key, missing -> new Telling(holders.getOrDefault(key, 0)));
                int place = filled.merge(key, 1, Integer::sum) - 1;
                telling.pages[place] = i;
                telling.weights[place] =
                        (float) Math.log(1 + word.getValue() * total / (SMOOTHING * all.getOrDefault(key, 1)));
            }
        }
    }

    /// The logarithm of how much likelier each page holds such words than all pages together do, by word.
    double[] likelihood(Map<String, Integer> text) {
        double[] scores = new double[lengths.length];
        double size = 0;
        for (Map.Entry<String, Integer> word : text.entrySet()) {
            Telling telling = words.get(word.getKey());
            if (telling != null) {
                double count = Math.sqrt(word.getValue());
                size += count;
                for (int i = 0; i < telling.pages.length; i++) {
                    scores[telling.pages[i]] += count * telling.weights[i];
                }
            }
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = size == 0 ? 0 : scores[i] / size + Math.log(SMOOTHING / (lengths[i] + SMOOTHING));
        }
        return scores;
    }

    /// How much a word says for a page; 0 if it does not stand there.
    double telling(String word, int page) {
        Telling telling = words.get(word);
        for (int i = 0; telling != null && i < telling.pages.length; i++) {
            if (telling.pages[i] == page) {
                return telling.weights[i];
            }
        }
        return 0;
    }
}
