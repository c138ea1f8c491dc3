package dev.analystcopilot.knowledge.postgres.hunt;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// When an entity was seen.
///
/// @param alerts about it, in the span asked about
/// @param bucket how long each of the buckets is
/// @param buckets those with alerts, in order of time
/// @param rules what was raised about it, the severest first
/// @param notable ids of the first, the last and the severest alerts
public record Seen(
        long alerts,
        Instant first,
        Instant last,
        Duration bucket,
        List<Bucket> buckets,
        List<RuleSeen> rules,
        List<String> notable) {
    public Seen {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(bucket, "bucket");
        buckets = List.copyOf(buckets);
        rules = List.copyOf(rules);
        notable = List.copyOf(notable);
    }

    /// @param from the bucket's first moment
    public record Bucket(Instant from, long alerts, Severity severest) {}

    public record RuleSeen(String rule, String title, long alerts, Instant first, Instant last, Severity severest) {}
}
