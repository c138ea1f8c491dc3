package dev.analystcopilot.triage.context;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;

/// A known sign of attack, and the entity of the case that it is found by.
public record IndicatorHit(Entity entity, Indicator indicator) {
    public IndicatorHit {
        requireNonNull(entity, "entity");
        requireNonNull(indicator, "indicator");
    }
}
