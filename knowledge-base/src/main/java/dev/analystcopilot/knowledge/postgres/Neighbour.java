package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/// A fingerprint near the one that was asked for, by its alerts that passed the filters.
///
/// @param cosine of the angle between the two vectors
/// @param newest the latest of its alerts
/// @param alerts how many; where there are very many, counting stops at [#COUNTED]
/// @param firstSeen of all alerts of this fingerprint, filtered or not
/// @param verdicts what people judged about the fingerprint, its alerts, or a case that held some of them, and still
///     stand by; the latest first
public record Neighbour(
        String fingerprint,
        double cosine,
        AlertHit newest,
        long alerts,
        boolean countedAll,
        Instant firstSeen,
        List<HumanVerdict> verdicts) {
    /// Beyond this, alerts are not counted one by one.
    public static final int COUNTED = 1_000;

    public Neighbour {
        requireNonNull(newest, "newest");
        requireNonNull(firstSeen, "firstSeen");
        verdicts = List.copyOf(verdicts);
    }

    public Instant lastSeen() {
        return newest.alert().time();
    }
}
