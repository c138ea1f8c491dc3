package dev.analystcopilot.eval.chat;

import java.util.Arrays;
import java.util.Collection;

/// Of durations in milliseconds.
final class Quantiles {
    private static final double NANOS_PER_MILLI = 1e6;

    private final double[] sorted;

    private Quantiles(double[] sorted) {
        this.sorted = sorted;
    }

    static Quantiles ofNanos(Collection<Long> nanos) {
        double[] millis =
                nanos.stream().mapToDouble(value -> value / NANOS_PER_MILLI).toArray();
        Arrays.sort(millis);
        return new Quantiles(millis);
    }

    int size() {
        return sorted.length;
    }

    /// The smallest value that at least this part of them does not exceed; 0 without any.
    double at(double part) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(part * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
    }
}
