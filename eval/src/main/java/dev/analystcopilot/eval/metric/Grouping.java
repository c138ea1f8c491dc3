package dev.analystcopilot.eval.metric;

import dev.analystcopilot.eval.Score;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How well groups match the true ones. The definitions are those of the measuring rod: adjusted Rand index (Hubert &
/// Arabie, Journal of Classification 2, 1985), V-measure (Rosenberg & Hirschberg, EMNLP 2007), and the mean over true
/// groups of the best F1 that any group has with each, so that a small one weighs as much as a large one.
public final class Grouping {
    private record Cell(String truth, String group) {}

    private final Map<Cell, Integer> cells = new HashMap<>();
    private final Map<String, Integer> truths = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final int count;

    private Grouping(List<String> truth, List<String> group) {
        if (truth.size() != group.size()) {
            throw new IllegalArgumentException(truth.size() + " true groups for " + group.size() + " items");
        }
        this.count = truth.size();
        for (int i = 0; i < count; i++) {
            cells.merge(new Cell(truth.get(i), group.get(i)), 1, Integer::sum);
            truths.merge(truth.get(i), 1, Integer::sum);
            groups.merge(group.get(i), 1, Integer::sum);
        }
    }

    /// @param truth the true group of each item
    /// @param group the found group of each item
    public static Map<String, Score> scores(List<String> truth, List<String> group) {
        var grouping = new Grouping(truth, group);
        Map<String, Score> scores = new LinkedHashMap<>();
        scores.put("ARI", Score.of(grouping.adjustedRand()));
        scores.put("V", Score.of(grouping.v()));
        scores.put("incident F1", Score.of(grouping.bestF1()));
        scores.put("groups", Score.of(grouping.groups.size()));
        return scores;
    }

    private double adjustedRand() {
        double both = pairs(cells);
        double inTruth = pairs(truths);
        double inGroups = pairs(groups);
        double all = pairs(count);
        double expected = all == 0 ? 0 : inTruth * inGroups / all;
        double most = (inTruth + inGroups) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }

    private double v() {
        double ofTruth = entropy(truths);
        double ofGroups = entropy(groups);
        double homogeneity = ofTruth == 0 ? 1 : 1 - (entropy(cells) - ofGroups) / ofTruth;
        double completeness = ofGroups == 0 ? 1 : 1 - (entropy(cells) - ofTruth) / ofGroups;
        double sum = homogeneity + completeness;
        return sum == 0 ? 0 : 2 * homogeneity * completeness / sum;
    }

    private double bestF1() {
        Map<String, Double> best = new HashMap<>();
        cells.forEach((cell, both) -> best.merge(
                cell.truth(),
                2.0 * both / (truths.getOrDefault(cell.truth(), 0) + groups.getOrDefault(cell.group(), 0)),
                Math::max));
        return best.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private double entropy(Map<?, Integer> counts) {
        return -counts.values().stream()
                .mapToDouble(n -> (double) n / count * Math.log((double) n / count))
                .sum();
    }

    private static double pairs(Map<?, Integer> counts) {
        return counts.values().stream().mapToDouble(Grouping::pairs).sum();
    }

    private static double pairs(double n) {
        return n * (n - 1) / 2;
    }
}
