package dev.analystcopilot.triage.scenario;

import java.time.Instant;
import java.util.Optional;

/// A question about alerts that the alert store can answer.
///
/// @param entity key such as `host:web-01`
/// @param text words in title, rule or message
public record AlertSearch(Optional<String> entity, Instant from, Instant to, Optional<String> text) {
    public AlertSearch {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }
}
