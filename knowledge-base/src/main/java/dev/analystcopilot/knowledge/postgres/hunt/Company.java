package dev.analystcopilot.knowledge.postgres.hunt;

import java.time.Instant;
import java.util.List;

/// Whom an entity was seen with: other entities that alerts about it name, too.
///
/// @param alerts about the entity, in the span asked about
/// @param total how many others there are, listed or not
/// @param others the most frequent first
public record Company(long alerts, long total, List<Other> others) {
    public Company {
        others = List.copyOf(others);
    }

    /// @param alerts that name both
    public record Other(String entity, long alerts, Instant first, Instant last) {}
}
