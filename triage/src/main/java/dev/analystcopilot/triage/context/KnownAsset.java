package dev.analystcopilot.triage.context;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.triage.feature.Burst;
import java.util.Set;

/// A machine of the organisation with the entities of a case that mean it.
public record KnownAsset(Asset asset, Set<Entity> entities) {
    public KnownAsset {
        requireNonNull(asset, "asset");
        entities = Set.copyOf(entities);
    }

    /// Whether a burst is about it.
    public boolean concerns(Burst burst) {
        return entities.contains(burst.anchor());
    }

    /// How critical it is, 0 (low) to 1 (the organisation cannot work without it).
    public double criticality() {
        return switch (asset.criticality()) {
            case LOW -> 0;
            case MEDIUM -> 1 / 3.0;
            case HIGH -> 2 / 3.0;
            case CRITICAL -> 1;
        };
    }

    /// Whether the organisation cannot work without it.
    public boolean crownJewel() {
        return asset.criticality() == Asset.Criticality.CRITICAL;
    }
}
