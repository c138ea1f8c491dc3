package dev.analystcopilot.eval.anomaly;

import dev.analystcopilot.triage.table.Column;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The measuring rod's trivial system: log-scaled distance from the median in standard deviations, at most 10, plus the
/// rarity of words; names and times are left out.
final class NaiveScore {
    private static final double FARTHEST = 10;
    /// What the rod leaves out of Zeek's logs: names, and what says on which side the watched host is.
    private static final Set<String> LEFT_OUT = Set.of("uid", "local_orig", "local_resp", "missed_bytes");

    private NaiveScore() {}

    static float[] of(List<Column> columns, List<String[]> fit, List<String[]> rows) {
        var scores = new double[rows.size()];
        for (Column column : columns) {
            if (LEFT_OUT.contains(column.name())) {
                continue;
            }
            switch (column.kind()) {
                case NUMBER -> distance(column.at(), fit, rows, scores);
                case WORD -> rarity(column.at(), fit, rows, scores);
                case NAME -> {} // whose it is, is no amount
            }
        }
        var floats = new float[scores.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) scores[i];
        }
        return floats;
    }

    private static void distance(int column, List<String[]> fit, List<String[]> rows, double[] scores) {
        double[] seen =
                fit.stream().mapToDouble(row -> number(row[column])).sorted().toArray();
        double median = seen[seen.length / 2];
        double variance = Arrays.stream(seen)
                .map(x -> (x - median) * (x - median))
                .average()
                .orElse(0);
        double deviation = variance > 0 ? Math.sqrt(variance) : 1;
        for (int i = 0; i < scores.length; i++) {
            scores[i] += Math.min(Math.abs(number(rows.get(i)[column]) - median) / deviation, FARTHEST);
        }
    }

    private static void rarity(int column, List<String[]> fit, List<String[]> rows, double[] scores) {
        Map<String, Integer> counts = new HashMap<>();
        fit.forEach(row -> counts.merge(row[column], 1, Integer::sum));
        for (int i = 0; i < scores.length; i++) {
            Integer count = counts.get(rows.get(i)[column]);
            scores[i] -= Math.log((count == null ? 0.5 : count) / fit.size());
        }
    }

    private static double number(String value) {
        return value.equals("-") || value.isEmpty() ? 0 : Math.log1p(Math.max(0, Double.parseDouble(value)));
    }
}
