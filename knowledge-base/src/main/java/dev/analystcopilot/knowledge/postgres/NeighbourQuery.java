package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.embeddings.text.Vector;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which fingerprints near a vector to find: those with an alert that passes every filter. What is empty does not
/// restrict.
///
/// @param model whose vectors are compared; the vector is this model's
/// @param limit so many fingerprints, 1 to 100
/// @param from not before
/// @param to before
/// @param source the alert's source, exactly
/// @param entityKeys alerts about any of these ([dev.analystcopilot.knowledge.alert.Entity#key])
/// @param withoutCase alerts of this case do not count
/// @param withoutAlert this alert does not count
public record NeighbourQuery(
        String model,
        Vector vector,
        int limit,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> source,
        List<String> entityKeys,
        Optional<String> withoutCase,
        Optional<String> withoutAlert) {
    public static final int MAX_LIMIT = 100;

    public NeighbourQuery {
        requireNonNull(model, "model");
        requireNonNull(vector, "vector");
        entityKeys = List.copyOf(entityKeys);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    public static NeighbourQuery near(String model, Vector vector, int limit) {
        return new NeighbourQuery(
                model,
                vector,
                limit,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public NeighbourQuery between(Optional<Instant> fromInclusive, Optional<Instant> toExclusive) {
        return new NeighbourQuery(
                model, vector, limit, fromInclusive, toExclusive, source, entityKeys, withoutCase, withoutAlert);
    }

    public NeighbourQuery from(Optional<String> wantedSource) {
        return new NeighbourQuery(model, vector, limit, from, to, wantedSource, entityKeys, withoutCase, withoutAlert);
    }

    public NeighbourQuery about(List<String> keys) {
        return new NeighbourQuery(model, vector, limit, from, to, source, keys, withoutCase, withoutAlert);
    }

    public NeighbourQuery without(Optional<String> caseId, Optional<String> alertId) {
        return new NeighbourQuery(model, vector, limit, from, to, source, entityKeys, caseId, alertId);
    }

    /// Whether an alert's own properties beyond its time decide.
    boolean looksAtAlerts() {
        return source.isPresent() || !entityKeys.isEmpty() || withoutCase.isPresent() || withoutAlert.isPresent();
    }
}
