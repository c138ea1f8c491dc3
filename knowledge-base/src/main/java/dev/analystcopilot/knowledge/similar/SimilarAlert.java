package dev.analystcopilot.knowledge.similar;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.Neighbour;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Past alerts of one fingerprint that are like the one asked about, and why they were found.
///
/// @param same whether they differ in nothing but their changing parts: addresses, numbers, ids
/// @param sameRule whether the newest of them was raised by the same rule
/// @param sharedEntities keys that the newest of them has in common with the alert asked about
public record SimilarAlert(Neighbour found, boolean same, boolean sameRule, List<String> sharedEntities) {
    public SimilarAlert {
        requireNonNull(found, "found");
        sharedEntities = List.copyOf(sharedEntities);
    }

    public double cosine() {
        return found.cosine();
    }

    /// The newest of them.
    public AlertHit newest() {
        return found.newest();
    }

    public long alerts() {
        return found.alerts();
    }

    public Instant lastSeen() {
        return found.lastSeen();
    }

    /// What a person said last about them.
    public Optional<HumanVerdict> judged() {
        return found.verdicts().stream().findFirst();
    }
}
