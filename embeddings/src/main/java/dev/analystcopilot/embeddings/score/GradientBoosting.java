package dev.analystcopilot.embeddings.score;

import dev.analystcopilot.embeddings.score.TreeEnsemble.Aggregate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Fits [BoostedTrees] for a yes-or-no question: each tree corrects the log-odds that the trees before it give.
///
/// J. H. Friedman: *Greedy Function Approximation: A Gradient Boosting Machine*, 2001, with the second-order step, the
/// shrinkage of leaves and the monotone constraints of T. Chen, C. Guestrin: *XGBoost*, KDD 2016. Thresholds come from
/// at most [#MAX_BINS] quantiles of a feature, as float32, so that a value on a split goes the same way in ONNX
/// Runtime.
///
/// The same rows in the same order with the same settings give the same model, byte for byte; there is no chance in it.
public final class GradientBoosting {
    static final int MAX_BINS = 64;

    private static final double LEAST_GAIN = 1e-6;

    private GradientBoosting() {}

    /// @param trees how many
    /// @param depth splits from the root to a leaf at most
    /// @param learningRate how much of each tree's correction is taken, above 0 to 1
    /// @param leastLeafWeight the second derivatives (weight × p (1 − p)) that a leaf must hold: more keeps it from
    ///     learning single rows
    /// @param l2 how strongly leaves are drawn to 0
    /// @param monotone one per feature: +1 more of it never lowers the score, −1 never raises it, 0 free; empty:
    ///     all are free
    public record Settings(
            int trees, int depth, double learningRate, double leastLeafWeight, double l2, List<Integer> monotone) {
        public Settings {
            monotone = List.copyOf(monotone);
            if (trees < 1 || depth < 1 || !(learningRate > 0 && learningRate <= 1) || leastLeafWeight < 0 || l2 < 0) {
                throw new IllegalArgumentException(
                        "no way to fit: %d trees, depth %d, rate %s".formatted(trees, depth, learningRate));
            }
            if (monotone.stream().anyMatch(m -> m < -1 || m > 1)) {
                throw new IllegalArgumentException("a constraint is -1, 0 or 1: " + monotone);
            }
        }

        /// Cautious ones for some thousand rows.
        public static Settings defaults() {
            return new Settings(150, 3, 0.1, 2, 2, List.of());
        }

        public Settings withMonotone(List<Integer> constraints) {
            return new Settings(trees, depth, learningRate, leastLeafWeight, l2, constraints);
        }

        int monotone(int feature) {
            return monotone.isEmpty() ? 0 : monotone.get(feature);
        }
    }

    /// @param rows shape (n, names), finite
    /// @param labels n probabilities, usually 0 or 1
    /// @param weights n, how much each row counts, not negative
    /// @throws IllegalArgumentException if there is no row, lengths differ, or a row has a value that is not finite
    public static BoostedTrees train(
            float[][] rows, float[] labels, float[] weights, List<String> names, Settings settings) {
        if (rows.length == 0 || rows.length != labels.length || rows.length != weights.length) {
            throw new IllegalArgumentException(
                    "%d rows, %d labels, %d weights".formatted(rows.length, labels.length, weights.length));
        }
        if (!settings.monotone().isEmpty() && settings.monotone().size() != names.size()) {
            throw new IllegalArgumentException("%d constraints for %d features"
                    .formatted(settings.monotone().size(), names.size()));
        }
        Rows.check(rows, names);
        var bins = Bins.of(rows, names.size());
        double bias = startingOdds(labels, weights);
        double[] odds = new double[rows.length];
        Arrays.fill(odds, bias);
        var grower = new BoostedTreeGrower(bins, settings);
        List<Tree> trees = new ArrayList<>();
        trees.add(Tree.leaf((float) bias));
        double[] gradients = new double[rows.length];
        double[] curvatures = new double[rows.length];
        for (int t = 0; t < settings.trees(); t++) {
            for (int i = 0; i < rows.length; i++) {
                double p = 1 / (1 + Math.exp(-odds[i]));
                gradients[i] = weights[i] * (p - labels[i]);
                curvatures[i] = weights[i] * Math.max(p * (1 - p), 1e-9);
            }
            Tree tree = grower.grow(gradients, curvatures, LEAST_GAIN);
            if (tree.size() == 1) {
                break;
            }
            trees.add(tree);
            for (int i = 0; i < rows.length; i++) {
                odds[i] += tree.values(tree.leafOf(rows[i]))[0];
            }
        }
        return new BoostedTrees(
                names, new TreeEnsemble(names.size(), 1, Aggregate.SUM, trees), medians(rows, names), card(settings));
    }

    private static double startingOdds(float[] labels, float[] weights) {
        double yes = 0;
        double all = 0;
        for (int i = 0; i < labels.length; i++) {
            yes += (double) weights[i] * labels[i];
            all += weights[i];
        }
        // Half a row on either side: no label at all on one of them is no certainty.
        return Math.log((yes + 0.5) / (all - yes + 0.5));
    }

    private static Map<String, String> card(Settings settings) {
        var card = new TreeMap<String, String>();
        card.put("trainer", "gradient-boosting");
        card.put("trees", Integer.toString(settings.trees()));
        card.put("depth", Integer.toString(settings.depth()));
        card.put("learning_rate", Double.toString(settings.learningRate()));
        card.put("least_leaf_weight", Double.toString(settings.leastLeafWeight()));
        card.put("l2", Double.toString(settings.l2()));
        return card;
    }

    private static float[] medians(float[][] rows, List<String> names) {
        var medians = new float[names.size()];
        var column = new float[rows.length];
        for (int f = 0; f < medians.length; f++) {
            for (int i = 0; i < rows.length; i++) {
                column[i] = rows[i][f];
            }
            Arrays.sort(column);
            medians[f] = column[column.length / 2];
        }
        return medians;
    }
}
