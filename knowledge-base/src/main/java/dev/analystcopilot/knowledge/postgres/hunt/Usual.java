package dev.analystcopilot.knowledge.postgres.hunt;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// What is usual for an entity, and how a span of time differs from it.
///
/// @param first when it was seen first of all
/// @param from the span's first moment
/// @param to the moment after the span
/// @param before alerts about it before the span
/// @param within alerts about it in the span
/// @param daysBefore on how many days (UTC) before the span it was seen
/// @param rules of alerts about it, the most frequent in the span first
/// @param others that alerts in the span name beside it and that none did before; the most frequent first
public record Usual(
        Instant first,
        Instant last,
        Instant from,
        Instant to,
        long before,
        long within,
        long daysBefore,
        List<RuleUse> rules,
        List<Company.Other> others) {
    public Usual {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        rules = List.copyOf(rules);
        others = List.copyOf(others);
    }

    public record RuleUse(String rule, long before, long within, Instant first) {}

    /// Alerts an hour before the span, since it was seen first; 0 if it was not.
    public double perHourBefore() {
        return before == 0 ? 0 : (double) before / hours(first, from);
    }

    /// Alerts an hour in the span.
    public double perHourWithin() {
        return within / hours(from, to);
    }

    private static double hours(Instant start, Instant end) {
        return Math.max(1.0, (double) Duration.between(start, end).toSeconds() / 3_600.0);
    }
}
