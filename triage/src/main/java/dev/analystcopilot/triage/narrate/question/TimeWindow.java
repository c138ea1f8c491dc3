package dev.analystcopilot.triage.narrate.question;

import java.time.Instant;

/// A span of time, in UTC.
///
/// @param from inclusive
/// @param to exclusive
public record TimeWindow(Instant from, Instant to) {
    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a time window begins before it ends: " + from + " to " + to);
        }
    }

    /// Whether anything that lasted from `first` to `last`, both inclusive, lies in it, wholly or in part.
    public boolean touches(Instant first, Instant last) {
        return first.isBefore(to) && !last.isBefore(from);
    }
}
