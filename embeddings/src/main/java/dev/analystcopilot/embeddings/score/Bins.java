package dev.analystcopilot.embeddings.score;

import java.util.Arrays;

/// Training rows with every value put into one of a few bins of its feature: a row goes left of split `b` where its bin
/// is `b` or less, which is where its value is at most `edges[f][b]`.
///
/// @param of bin of each value, shape (features, rows)
/// @param edges upper edge of each bin but the last, shape (features, bins - 1), rising
@SuppressWarnings("ArrayRecordComponent") // made once for a training run, never compared
record Bins(byte[][] of, float[][] edges) {

    static Bins of(float[][] rows, int features) {
        var of = new byte[features][rows.length];
        var edges = new float[features][];
        var column = new float[rows.length];
        for (int f = 0; f < features; f++) {
            for (int i = 0; i < rows.length; i++) {
                // Without the other zero: -0.0 sorts below 0.0, and equals it.
                column[i] = rows[i][f] + 0f;
            }
            Arrays.sort(column);
            edges[f] = edges(column);
            for (int i = 0; i < rows.length; i++) {
                int at = Arrays.binarySearch(edges[f], rows[i][f] + 0f);
                of[f][i] = (byte) (at < 0 ? -at - 1 : at);
            }
        }
        return new Bins(of, edges);
    }

    /// Middles between different neighbours: all of them where they are few, else those at even ranks.
    private static float[] edges(float[] sorted) {
        float[] distinct = distinct(sorted);
        var found = new float[GradientBoosting.MAX_BINS - 1];
        int n = 0;
        if (distinct.length <= GradientBoosting.MAX_BINS) {
            for (int i = 1; i < distinct.length; i++) {
                found[n++] = middle(distinct[i - 1], distinct[i]);
            }
            return Arrays.copyOf(found, n);
        }
        for (int q = 1; q < GradientBoosting.MAX_BINS; q++) {
            // Half of the edges by how many rows lie below, half by how many different values do: a rare tail keeps
            // some of its shape.
            float value = q % 2 == 0
                    ? sorted[(int) ((long) q * sorted.length / GradientBoosting.MAX_BINS)]
                    : distinct[(int) ((long) q * distinct.length / GradientBoosting.MAX_BINS)];
            int at = Arrays.binarySearch(distinct, value);
            if (at + 1 < distinct.length) {
                found[n++] = middle(distinct[at], distinct[at + 1]);
            }
        }
        float[] edges = Arrays.copyOf(found, n);
        Arrays.sort(edges);
        return distinct(edges);
    }

    private static float middle(float a, float b) {
        float middle = a + (b - a) / 2;
        return middle < b && Float.isFinite(middle) ? middle : a;
    }

    private static float[] distinct(float[] sorted) {
        var kept = new float[sorted.length];
        int n = 0;
        for (float value : sorted) {
            if (n == 0 || value != kept[n - 1]) {
                kept[n++] = value;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    int count(int feature) {
        return edges[feature].length + 1;
    }
}
