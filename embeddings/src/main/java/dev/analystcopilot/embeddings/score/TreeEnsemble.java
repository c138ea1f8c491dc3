package dev.analystcopilot.embeddings.score;

import java.util.List;
import java.util.Objects;

/// Trees whose leaf values are summed or averaged: a forest, a boosted classifier (one output per class), a regressor.
///
/// @param features how many values a row has
/// @param outputs  how many values a leaf has
public record TreeEnsemble(int features, int outputs, Aggregate aggregate, List<Tree> trees) {
    /// How the trees' values become one; the names are those of ONNX's `aggregate_function`.
    public enum Aggregate {
        SUM,
        AVERAGE
    }

    public TreeEnsemble {
        Objects.requireNonNull(aggregate, "aggregate");
        trees = List.copyOf(trees);
        if (features < 1 || outputs < 1 || trees.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d features, %d outputs, %d trees".formatted(features, outputs, trees.size()));
        }
        for (Tree tree : trees) {
            if (tree.outputs() != outputs || tree.featuresNeeded() > features) {
                throw new IllegalArgumentException("%s needs %d features and gives %d outputs, not %d and %d"
                        .formatted(tree, tree.featuresNeeded(), tree.outputs(), features, outputs));
            }
        }
    }

    /// The aggregated leaf values for one row of finite values.
    public double[] evaluate(float[] row) {
        double[] sums = new double[outputs];
        for (Tree tree : trees) {
            tree.addTo(sums, row);
        }
        if (aggregate == Aggregate.AVERAGE) {
            for (int i = 0; i < outputs; i++) {
                sums[i] /= trees.size();
            }
        }
        return sums;
    }
}
