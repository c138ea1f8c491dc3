package dev.analystcopilot.embeddings.score;

import java.util.List;

/// The one rule about rows: as many values as there are features, each a finite number. A missing value is the
/// caller's to fill: a NaN would silently take one branch here and the other elsewhere.
final class Rows {
    private Rows() {}

    static void check(float[][] rows, List<String> featureNames) {
        for (int i = 0; i < rows.length; i++) {
            check(rows[i], i, featureNames);
        }
    }

    static void check(float[] row, int index, List<String> featureNames) {
        if (row.length != featureNames.size()) {
            throw new IllegalArgumentException(
                    "row %d has %d values for %d features".formatted(index, row.length, featureNames.size()));
        }
        for (int f = 0; f < row.length; f++) {
            if (!Float.isFinite(row[f])) {
                throw new IllegalArgumentException(
                        "row %d: %s is %s, not a finite number".formatted(index, featureNames.get(f), row[f]));
            }
        }
    }
}
