package dev.analystcopilot.triage.anomaly;

import java.util.Arrays;

/// Where a score lies among those of the training rows. Travels in a model's file as its quantiles.
final class Percentiles {
    private static final int QUANTILES = 501;
    private static final String SEPARATOR = " ";

    private final float[] sorted;

    private Percentiles(float[] sorted) {
        this.sorted = sorted;
    }

    /// @param scores at least one
    static Percentiles of(float[] scores) {
        float[] sorted = scores.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    static Percentiles read(String text) {
        String[] parts = text.split(SEPARATOR);
        var sorted = new float[parts.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = Float.parseFloat(parts[i]);
        }
        return of(sorted);
    }

    /// The quantiles at even distances, least and most among them.
    String text() {
        int count = Math.min(QUANTILES, sorted.length);
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int at = count == 1 ? 0 : (int) Math.round((double) i * (sorted.length - 1) / (count - 1));
            text.append(i == 0 ? "" : SEPARATOR).append(sorted[at]);
        }
        return text.toString();
    }

    /// The share of training rows that score lower, ties counted half.
    float of(float raw) {
        int below = lowerBound(raw);
        int notAbove = lowerBound(Math.nextUp(raw));
        return (below + notAbove) / (2f * sorted.length);
    }

    private int lowerBound(float raw) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < raw) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
