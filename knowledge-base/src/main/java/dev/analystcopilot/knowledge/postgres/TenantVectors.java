package dev.analystcopilot.knowledge.postgres;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/// How many fingerprints a tenant has and when they were last seen: what a search is planned by.
///
/// @param lastSeen quantiles at even steps, the earliest first; empty if there are none
/// @param indexed models whose vectors have an index of nearest neighbours
/// @param usableUntil after that it is to be read again
record TenantVectors(long fingerprints, List<Instant> lastSeen, Set<String> indexed, Instant usableUntil) {

    TenantVectors {
        lastSeen = List.copyOf(lastSeen);
        indexed = Set.copyOf(indexed);
    }

    /// About how many fingerprints were last seen at or after this moment.
    long seenSince(Instant moment) {
        if (lastSeen.isEmpty()) {
            return 0;
        }
        long after = lastSeen.stream().filter(seen -> !seen.isBefore(moment)).count();
        return fingerprints * after / lastSeen.size();
    }
}
