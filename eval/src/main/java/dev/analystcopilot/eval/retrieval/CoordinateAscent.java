package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.knowledge.search.Feature;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Finds weights for the best mean nDCG@10, one weight at a time, until none gets better by more than chance would
/// (Metzler & Croft, Linear feature-based models for information retrieval, 2007). Few weights, few steps: two hundred
/// questions carry no more.
final class CoordinateAscent {
    private static final double[] STEPS = {0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1, 1.5};
    private static final double LEAST_GAIN = 0.0008;
    private static final int ROUNDS = 5;

    private CoordinateAscent() {}

    static Map<Feature, Double> learn(List<Pool> pools) {
        var weights = new EnumMap<Feature, Double>(Feature.class);
        weights.put(Feature.DENSE, 1.0);
        weights.put(Feature.LEXICAL, 0.4);
        double best = mean(pools, weights);
        for (int round = 0; round < ROUNDS; round++) {
            double before = best;
            for (Feature feature : Feature.values()) {
                best = improve(pools, weights, feature, best);
            }
            if (best - before < LEAST_GAIN) {
                break;
            }
        }
        return weights;
    }

    static double mean(List<Pool> pools, Map<Feature, Double> weights) {
        return pools.stream().mapToDouble(pool -> pool.ndcg(weights)).average().orElse(0);
    }

    private static double improve(List<Pool> pools, Map<Feature, Double> weights, Feature feature, double before) {
        double kept = weights.getOrDefault(feature, 0.0);
        double best = before;
        for (double step : STEPS) {
            weights.put(feature, step);
            double mean = mean(pools, weights);
            if (mean > best + LEAST_GAIN) {
                best = mean;
                kept = step;
            }
        }
        weights.put(feature, kept);
        return best;
    }
}
