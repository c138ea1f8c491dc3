package dev.analystcopilot.knowledge.similar;

import dev.analystcopilot.knowledge.postgres.NeighbourQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which past alerts may be found. What is empty does not restrict.
///
/// @param from not before
/// @param to before
/// @param source the alert's source, exactly
/// @param entityKeys alerts about any of these
/// @param limit so many kinds of alerts, 1 to 100
/// @param withoutOwnCase leaves out the alerts of the case that the question is about
public record SimilarQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> source,
        List<String> entityKeys,
        int limit,
        boolean withoutOwnCase) {

    public SimilarQuery {
        entityKeys = List.copyOf(entityKeys);
        if (limit < 1 || limit > NeighbourQuery.MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + NeighbourQuery.MAX_LIMIT + ", not " + limit);
        }
    }

    public static SimilarQuery top(int limit) {
        return new SimilarQuery(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), limit, false);
    }

    public SimilarQuery outsideItsCase() {
        return new SimilarQuery(from, to, source, entityKeys, limit, true);
    }

    public SimilarQuery between(Optional<Instant> fromInclusive, Optional<Instant> toExclusive) {
        return new SimilarQuery(fromInclusive, toExclusive, source, entityKeys, limit, withoutOwnCase);
    }
}
