package dev.analystcopilot.triage.threat;

import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.technique.TechniqueHint;
import dev.analystcopilot.triage.technique.TechniqueHints;
import dev.analystcopilot.triage.threat.WordMeaning.Phase;
import java.util.Optional;

/// Reads the meaning of bursts: the technique that the source names, by its severity, else what the words tell.
public final class WordMeanings {
    private final TechniqueHints hints;
    private final TechniqueCatalog catalog;

    public WordMeanings(TechniqueHints hints, TechniqueCatalog catalog) {
        this.hints = hints;
        this.catalog = catalog;
    }

    WordMeaning of(Burst burst) {
        Optional<TechniqueHint> hint = hints.of(burst.sample());
        WordMeaning told = hint.map(h -> new WordMeaning((float) h.weight(), phase(h.technique(), h.tactic())))
                .orElse(WordMeaning.NOTHING);
        float named = named(burst);
        return named > told.weight()
                ? new WordMeaning(named, phase(burst.techniques().getFirst(), Optional.empty()))
                : told;
    }

    private static float named(Burst burst) {
        if (burst.techniques().isEmpty()) {
            return 0;
        }
        return switch (burst.severity()) {
            case CRITICAL, HIGH -> 0.9f;
            case MEDIUM -> 0.6f;
            case LOW, INFORMATIONAL, UNKNOWN -> 0.3f;
        };
    }

    private Phase phase(String technique, Optional<String> tactic) {
        return tactic.or(() -> catalog.technique(technique)
                        .map(Technique::tactics)
                        .map(tactics -> tactics.getFirst().id()))
                .map(Phase::of)
                .orElse(Phase.NONE);
    }
}
