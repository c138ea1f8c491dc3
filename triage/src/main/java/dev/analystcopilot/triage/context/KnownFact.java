package dev.analystcopilot.triage.context;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.triage.feature.Burst;
import java.util.Set;

/// A fact of the organisation with the entities of a case that it is about.
///
/// @param entities of the case: an address is meant by its network, too
public record KnownFact(Fact fact, Set<Entity> entities) {
    public KnownFact {
        requireNonNull(fact, "fact");
        entities = Set.copyOf(entities);
    }

    /// Whether it explains every alert of a burst: it holds from the first to the last, and each names the same one of
    /// its entities. An address that one alert of a thousand names explains none of them.
    public boolean covers(Burst burst) {
        return fact.holdsAt(burst.first())
                && fact.holdsAt(burst.last())
                && entities.stream().anyMatch(entity -> burst.entities().getOrDefault(entity, 0) >= burst.size());
    }
}
