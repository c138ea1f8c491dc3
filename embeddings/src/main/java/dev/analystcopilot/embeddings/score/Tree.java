package dev.analystcopilot.embeddings.score;

import java.util.Arrays;
import java.util.stream.IntStream;

/// One decision tree in arrays, node 0 its root, nodes in preorder: the left child of a split follows it.
///
/// A row goes left where its value is less than or equal to the split's float32 threshold (`BRANCH_LEQ`), and collects
/// the values of the leaf it comes to. Immutable, equal by value.
public final class Tree {
    private static final int LEAF = -1;

    private final int[] features;
    private final float[] thresholds;
    private final int[] rights;
    private final float[][] leaves;

    private Tree(int[] features, float[] thresholds, int[] rights, float[][] leaves) {
        this.features = features;
        this.thresholds = thresholds;
        this.rights = rights;
        this.leaves = leaves;
    }

    public static Tree leaf(float... values) {
        return new Tree(new int[] {LEAF}, new float[1], new int[1], new float[][] {values.clone()});
    }

    public static Tree split(int feature, float threshold, Tree left, Tree right) {
        if (feature < 0 || !Float.isFinite(threshold)) {
            throw new IllegalArgumentException("no split: feature %d at %s".formatted(feature, threshold));
        }
        if (left.outputs() != right.outputs()) {
            throw new IllegalArgumentException("leaves differ in their number of values");
        }
        int size = 1 + left.size() + right.size();
        int[] features = new int[size];
        float[] thresholds = new float[size];
        int[] rights = new int[size];
        float[][] leaves = new float[size][];
        features[0] = feature;
        thresholds[0] = threshold;
        rights[0] = 1 + left.size();
        leaves[0] = new float[0];
        int at = 1;
        for (Tree child : new Tree[] {left, right}) {
            for (int i = 0; i < child.size(); i++, at++) {
                features[at] = child.features[i];
                thresholds[at] = child.thresholds[i];
                rights[at] = child.isLeaf(i) ? 0 : child.rights[i] + at - i;
                leaves[at] = child.leaves[i];
            }
        }
        return new Tree(features, thresholds, rights, leaves);
    }

    /// The number of nodes.
    public int size() {
        return features.length;
    }

    /// How many values each leaf holds.
    public int outputs() {
        return leaves[size() - 1].length;
    }

    public boolean isLeaf(int node) {
        return features[node] == LEAF;
    }

    public int feature(int node) {
        return features[node];
    }

    public float threshold(int node) {
        return thresholds[node];
    }

    public int left(int node) {
        return node + 1;
    }

    public int right(int node) {
        return rights[node];
    }

    /// @return a leaf's values, a copy
    public float[] values(int node) {
        return leaves[node].clone();
    }

    /// The leaf a row comes to.
    int leafOf(float[] row) {
        int node = 0;
        while (!isLeaf(node)) {
            node = row[features[node]] <= thresholds[node] ? left(node) : right(node);
        }
        return node;
    }

    void addTo(double[] sums, float[] row) {
        float[] values = leaves[leafOf(row)];
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }

    /// One more than the highest feature this tree asks for.
    int featuresNeeded() {
        return IntStream.of(features).max().orElse(LEAF) + 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tree tree
                && Arrays.equals(features, tree.features)
                && Arrays.equals(thresholds, tree.thresholds)
                && Arrays.equals(rights, tree.rights)
                && Arrays.deepEquals(leaves, tree.leaves);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(features) + Arrays.hashCode(thresholds);
    }

    @Override
    public String toString() {
        return "Tree[%d nodes]".formatted(size());
    }
}
