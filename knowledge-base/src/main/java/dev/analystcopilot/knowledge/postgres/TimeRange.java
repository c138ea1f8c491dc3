package dev.analystcopilot.knowledge.postgres;

import java.time.Instant;

/// From the first to the last moment, both included.
public record TimeRange(Instant first, Instant last) {

    public TimeRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " is before " + first);
        }
    }
}
