package dev.analystcopilot.triage.learning;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.learning.FeatureRow;
import java.time.Instant;

/// A case that a person judged, as triage saw it at that moment.
///
/// @param id of the case
/// @param time when the case happened, last: what is learnt is tested on later cases
public record Adjudicated(String id, Instant time, FeatureRow row, Verdict verdict) {
    public Adjudicated {
        requireNonNull(id, "id");
        requireNonNull(time, "time");
        requireNonNull(row, "row");
        if (verdict == Verdict.INSUFFICIENT_DATA) {
            throw new IllegalArgumentException("a verdict that settles nothing teaches nothing");
        }
    }

    public boolean attack() {
        return verdict == Verdict.TRUE_POSITIVE;
    }
}
