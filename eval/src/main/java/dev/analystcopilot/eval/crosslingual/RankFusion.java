package dev.analystcopilot.eval.crosslingual;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reciprocal rank fusion of documents, as in the product's search before weights are learnt.
final class RankFusion {
    private static final int K = 60;
    private static final int DEPTH = 50;

    private RankFusion() {}

    static List<String> fuse(List<Collection<String>> lists) {
        Map<String, Double> scores = new HashMap<>();
        for (Collection<String> list : lists) {
            int rank = 0;
            for (String ref : list) {
                rank++;
                if (rank <= DEPTH) {
                    scores.merge(ref, 1.0 / (K + rank), Double::sum);
                }
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
