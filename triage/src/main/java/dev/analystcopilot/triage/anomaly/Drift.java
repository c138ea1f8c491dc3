package dev.analystcopilot.triage.anomaly;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How far recent rows have moved from those that a model was fitted on.
///
/// @param rows how many recent rows were compared
/// @param moved each feature, and the score under the name [#SCORE], by its stability index, the largest first
public record Drift(int rows, List<Moved> moved) {
    /// What the score itself is called among the features.
    public static final String SCORE = "score";
    /// Of fewer rows nothing can be said.
    static final int LEAST_ROWS = 200;

    private static final double CHANGE = 0.25;

    /// @param index the population stability index: above 0.25 the feature is no longer what it was
    public record Moved(String feature, double index) {}

    public Drift {
        moved = moved.stream()
                .sorted(Comparator.comparingDouble(Moved::index).reversed().thenComparing(Moved::feature))
                .toList();
    }

    /// Whether the model should be fitted anew.
    public boolean drifting() {
        return rows >= LEAST_ROWS && moved.stream().anyMatch(m -> m.index() > CHANGE);
    }

    /// What moved most; empty while nothing drifts.
    public Optional<Moved> most() {
        return drifting() ? Optional.of(moved.getFirst()) : Optional.empty();
    }

    @Override
    public String toString() {
        if (rows < LEAST_ROWS) {
            return "too few rows to tell (%d)".formatted(rows);
        }
        Moved first = moved.getFirst();
        return "%s (%s moved most: %.2f)".formatted(drifting() ? "drifting" : "stable", first.feature(), first.index());
    }
}
