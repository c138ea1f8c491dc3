package dev.analystcopilot.embeddings.score;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Grows one tree of [GradientBoosting] from gradients and curvatures.
final class BoostedTreeGrower {
    private final Bins bins;
    private final GradientBoosting.Settings settings;
    private final int rows;

    BoostedTreeGrower(Bins bins, GradientBoosting.Settings settings) {
        this.bins = bins;
        this.settings = settings;
        this.rows = bins.of()[0].length;
    }

    /// @param low least, and `high` most, that leaves below may hold: what keeps constraints across a split
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Node(int[] members, int depth, double low, double high) {}

    private record Split(int feature, int bin, double gain, double left, double right) {}

    Tree grow(double[] gradients, double[] curvatures, double leastGain) {
        var root = new Node(IntStream.range(0, rows).toArray(), 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        return grow(root, gradients, curvatures, leastGain);
    }

    private Tree grow(Node node, double[] gradients, double[] curvatures, double leastGain) {
        double g = 0;
        double h = 0;
        for (int row : node.members()) {
            g += gradients[row];
            h += curvatures[row];
        }
        double value = value(g, h, node);
        Split best = node.depth() >= settings.depth() ? null : best(node, gradients, curvatures, g, h);
        if (best == null || best.gain() < leastGain) {
            return Tree.leaf((float) (settings.learningRate() * value));
        }
        int[] left = side(node, best, true);
        int[] right = side(node, best, false);
        double middle = (best.left() + best.right()) / 2;
        int direction = settings.monotone(best.feature());
        var below = new Node(
                left,
                node.depth() + 1,
                direction < 0 ? Math.max(node.low(), middle) : node.low(),
                direction > 0 ? Math.min(node.high(), middle) : node.high());
        var above = new Node(
                right,
                node.depth() + 1,
                direction > 0 ? Math.max(node.low(), middle) : node.low(),
                direction < 0 ? Math.min(node.high(), middle) : node.high());
        return Tree.split(
                best.feature(),
                bins.edges()[best.feature()][best.bin()],
                grow(below, gradients, curvatures, leastGain),
                grow(above, gradients, curvatures, leastGain));
    }

    private @Nullable Split best(Node node, double[] gradients, double[] curvatures, double g, double h) {
        Split best = null;
        double without = quality(g, h, node);
        for (int f = 0; f < bins.of().length; f++) {
            int count = bins.count(f);
            if (count < 2) {
                continue;
            }
            var gs = new double[count];
            var hs = new double[count];
            byte[] of = bins.of()[f];
            for (int row : node.members()) {
                gs[of[row]] += gradients[row];
                hs[of[row]] += curvatures[row];
            }
            double gLeft = 0;
            double hLeft = 0;
            for (int bin = 0; bin < count - 1; bin++) {
                gLeft += gs[bin];
                hLeft += hs[bin];
                double hRight = h - hLeft;
                if (hLeft < settings.leastLeafWeight() || hRight < settings.leastLeafWeight()) {
                    continue;
                }
                double left = value(gLeft, hLeft, node);
                double right = value(g - gLeft, hRight, node);
                if (settings.monotone(f) * (right - left) < 0) {
                    continue;
                }
                double gain = quality(gLeft, hLeft, node) + quality(g - gLeft, hRight, node) - without;
                if (best == null || gain > best.gain()) {
                    best = new Split(f, bin, gain, left, right);
                }
            }
        }
        return best;
    }

    private int[] side(Node node, Split split, boolean left) {
        byte[] of = bins.of()[split.feature()];
        return IntStream.of(node.members())
                .filter(row -> of[row] <= split.bin() == left)
                .toArray();
    }

    private double value(double g, double h, Node node) {
        double free = -g / (h + settings.l2() + 1e-12);
        return Math.clamp(free, node.low(), node.high());
    }

    /// By how much the loss falls with the value that the node may take.
    private double quality(double g, double h, Node node) {
        double value = value(g, h, node);
        return -(g * value + 0.5 * (h + settings.l2()) * value * value);
    }
}
