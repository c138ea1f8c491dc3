package dev.analystcopilot.knowledge.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reciprocal rank fusion: a passage scores `1 / (60 + rank)` in every list that it is in. Ranks compare across lists
/// where scores do not. Cormack, Clarke, Büttcher (SIGIR 2009), with their constant.
final class Fusion {
    static final int K = 60;

    private Fusion() {}

    record Fused(String id, double score) {}

    /// The best first; equal scores by id.
    static List<Fused> fuse(List<List<String>> lists, int top) {
        Map<String, Double> scores = new HashMap<>();
        for (List<String> list : lists) {
            for (int i = 0; i < list.size(); i++) {
                scores.merge(list.get(i), 1.0 / (K + i + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .map(entry -> new Fused(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Fused::score).reversed().thenComparing(Fused::id))
                .limit(top)
                .toList();
    }
}
