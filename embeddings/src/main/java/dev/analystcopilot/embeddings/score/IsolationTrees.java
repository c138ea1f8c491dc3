package dev.analystcopilot.embeddings.score;

import dev.analystcopilot.embeddings.score.IsolationForest.Settings;
import dev.analystcopilot.embeddings.score.TreeEnsemble.Aggregate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/// Grows the trees of an [IsolationForest].
final class IsolationTrees {
    private static final double EULER_MASCHERONI = 0.5772156649015329;
    /// The baseline is a median over at most so many rows, taken at even distances.
    private static final int BASELINE_ROWS = 10_000;

    private final float[][] rows;
    private final int features;
    private final int maxDepth;
    private final SplittableRandom random;

    private IsolationTrees(float[][] rows, int features, int maxDepth, SplittableRandom random) {
        this.rows = rows;
        this.features = features;
        this.maxDepth = maxDepth;
        this.random = random;
    }

    static IsolationForest train(float[][] rows, List<String> featureNames, Settings settings) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no rows to learn from");
        }
        Rows.check(rows, featureNames);
        int sample = Math.min(settings.sample(), rows.length);
        int maxDepth = 32 - Integer.numberOfLeadingZeros(Math.max(1, sample - 1));
        var random = new SplittableRandom(settings.seed());
        List<Tree> trees = new ArrayList<>(settings.trees());
        for (int t = 0; t < settings.trees(); t++) {
            var growing = new IsolationTrees(rows, featureNames.size(), maxDepth, random.split());
            trees.add(growing.tree(sample));
        }
        var ensemble = new TreeEnsemble(featureNames.size(), 1, Aggregate.AVERAGE, trees);
        return new IsolationForest(featureNames, settings, ensemble, sample, medians(rows, featureNames.size()));
    }

    /// c(n) of the paper: the mean depth at which a search fails in a binary search tree of `n` rows.
    static double typicalDepth(int n) {
        if (n <= 2) {
            return 1;
        }
        return 2 * (Math.log(n - 1.0) + EULER_MASCHERONI) - 2 * (n - 1.0) / n;
    }

    private Tree tree(int sample) {
        return sample == 1 ? leaf(2, 0) : grow(chosen(sample), 0, sample, 0);
    }

    /// So many different rows at random (R. W. Floyd's way: work and memory by the sample, not by the rows).
    private int[] chosen(int sample) {
        BitSet chosen = new BitSet(rows.length);
        for (int top = rows.length - sample; top < rows.length; top++) {
            int pick = random.nextInt(top + 1);
            chosen.set(chosen.get(pick) ? top : pick);
        }
        return chosen.stream().toArray();
    }

    private Tree grow(int[] members, int from, int to, int depth) {
        int[] varying = depth < maxDepth ? varyingFeatures(members, from, to) : new int[0];
        if (varying.length == 0) {
            return leaf(to - from, depth);
        }
        int feature = varying[random.nextInt(varying.length)];
        float threshold = threshold(members, from, to, feature);
        int middle = partition(members, from, to, feature, threshold);
        Tree left = grow(members, from, middle, depth + 1);
        Tree right = grow(members, middle, to, depth + 1);
        return Tree.split(feature, threshold, left, right);
    }

    private static Tree leaf(int members, int depth) {
        return Tree.leaf((float) (depth + (members > 1 ? typicalDepth(members) : 0)));
    }

    /// A feature with one value only can split nothing, so none is drawn.
    private int[] varyingFeatures(int[] members, int from, int to) {
        int[] varying = new int[features];
        int count = 0;
        for (int f = 0; f < features; f++) {
            for (int i = from + 1; i < to; i++) {
                if (rows[members[i]][f] != rows[members[from]][f]) {
                    varying[count++] = f;
                    break;
                }
            }
        }
        return Arrays.copyOf(varying, count);
    }

    /// A float32 in `[min, max)`: both sides of the split hold a row.
    private float threshold(int[] members, int from, int to, int feature) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float value = rows[members[i]][feature];
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        float threshold = (float) (min + random.nextDouble() * ((double) max - min));
        return threshold < max ? Math.max(threshold, min) : Math.nextDown(max);
    }

    /// Puts the members that go left first, each side in its former order.
    private int partition(int[] members, int from, int to, int feature, float threshold) {
        int[] right = new int[to - from];
        int rights = 0;
        int at = from;
        for (int i = from; i < to; i++) {
            if (rows[members[i]][feature] <= threshold) {
                members[at++] = members[i];
            } else {
                right[rights++] = members[i];
            }
        }
        System.arraycopy(right, 0, members, at, rights);
        return at;
    }

    private static float[] medians(float[][] rows, int features) {
        int step = Math.max(1, rows.length / BASELINE_ROWS);
        int count = (rows.length + step - 1) / step;
        float[] medians = new float[features];
        float[] column = new float[count];
        for (int f = 0; f < features; f++) {
            for (int i = 0; i < count; i++) {
                column[i] = rows[i * step][f];
            }
            Arrays.sort(column);
            medians[f] = column[count / 2];
        }
        return medians;
    }
}
