package dev.analystcopilot.triage.disposition;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A search over alerts as the service runs it (`GET /api/v1/alerts`).
///
/// @param entities `type:value`; alerts about any of them
/// @param from not before
/// @param to before
/// @param text a part of title, rule or message; null if it does not matter
public record AlertSearch(
        List<String> entities,
        Instant from,
        Instant to,
        @Nullable String text) {
    public AlertSearch {
        entities = List.copyOf(entities);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a span ends after it begins");
        }
    }
}
