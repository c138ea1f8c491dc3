package dev.analystcopilot.triage.anomaly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// How one value was spread over the training rows, in about ten bins. Travels in a model's file.
///
/// @param edges rising; a value lies in the bin of the first edge that it does not exceed, or in the one behind
///     the last
/// @param shares of the training rows in each bin: one more than edges
record Reference(List<Float> edges, List<Double> shares) {
    private static final int BINS = 10;
    /// Half a row in a thousand: a bin that one side has never seen is no infinite change.
    private static final double LEAST_SHARE = 0.0005;

    private static final String SEPARATOR = " ";

    Reference {
        edges = List.copyOf(edges);
        shares = List.copyOf(shares);
        if (shares.size() != edges.size() + 1) {
            throw new IllegalArgumentException("%d shares for %d edges".formatted(shares.size(), edges.size()));
        }
    }

    static Reference of(float[] values) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        List<Float> edges = new ArrayList<>();
        for (int b = 1; b < BINS; b++) {
            float edge = sorted[(int) ((long) b * (sorted.length - 1) / BINS)];
            if ((edges.isEmpty() || edge > edges.getLast()) && edge < sorted[sorted.length - 1]) {
                edges.add(edge);
            }
        }
        return new Reference(edges, shares(values, edges));
    }

    private static List<Double> shares(float[] values, List<Float> edges) {
        var counts = new double[edges.size() + 1];
        for (float value : values) {
            int bin = 0;
            while (bin < edges.size() && value > edges.get(bin)) {
                bin++;
            }
            counts[bin]++;
        }
        return Arrays.stream(counts).map(count -> count / values.length).boxed().toList();
    }

    /// The population stability index, Σ (q − p) ln (q / p) over the bins: 0 where nothing has moved; by the usual rule
    /// of thumb less than 0.1 is noise and more than 0.25 a change.
    double stabilityIndex(float[] values) {
        List<Double> now = shares(values, edges);
        double sum = 0;
        for (int b = 0; b < now.size(); b++) {
            double p = Math.max(LEAST_SHARE, shares.get(b));
            double q = Math.max(LEAST_SHARE, now.get(b));
            sum += (q - p) * Math.log(q / p);
        }
        return sum;
    }

    String text() {
        var text = new StringBuilder();
        edges.forEach(edge -> text.append(edge).append(SEPARATOR));
        text.append('|');
        shares.forEach(share -> text.append(SEPARATOR).append(share));
        return text.toString();
    }

    static Reference read(String text) {
        int bar = text.indexOf('|');
        return new Reference(
                numbers(text.substring(0, bar)).map(Float::valueOf).toList(),
                numbers(text.substring(bar + 1)).map(Double::valueOf).toList());
    }

    private static Stream<String> numbers(String text) {
        return Arrays.stream(text.strip().split(SEPARATOR)).filter(number -> !number.isBlank());
    }
}
