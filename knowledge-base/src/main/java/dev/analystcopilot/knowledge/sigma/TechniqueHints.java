package dev.analystcopilot.knowledge.sigma;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Techniques of events by the rules that find them: each rule gives its weight to its techniques in equal parts.
///
/// A rule weighs half as much with each [#HALF_LIFE] bits that it is less telling than the best. Rules that are only
/// near come after all that match, whatever their number.
final class TechniqueHints {
    private static final double HALF_LIFE = 3;
    private static final double NEAR = 1e-3;

    private TechniqueHints() {}

    static List<TechniqueHint> of(List<RuleHit> hits, int top) {
        if (hits.isEmpty()) {
            return List.of();
        }
        double best = hits.getFirst().score();
        Map<String, Double> weights = new LinkedHashMap<>();
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (RuleHit hit : hits) {
            double weight =
                    hit.matched() ? Math.pow(2, (hit.score() - best) / HALF_LIFE) : NEAR * Math.pow(hit.score(), 4);
            for (String technique : hit.techniques()) {
                weights.merge(technique, weight / hit.techniques().size(), Double::sum);
                rules.computeIfAbsent(technique, id -> new ArrayList<>()).add(hit.title());
            }
        }
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(top)
                .map(entry -> new TechniqueHint(
                        entry.getKey(), entry.getValue() / all, rules.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
