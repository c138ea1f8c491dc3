package dev.analystcopilot.triage;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.disposition.Disposition;
import dev.analystcopilot.triage.scenario.ScenarioMatch;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A case as people meet it.
///
/// @param id stays the same while the case grows: made from its earliest alert
/// @param score 0–1, how urgently it wants a look
/// @param scenarios what it looks like, the best fit first
/// @param runbooks that tell what to do, the best fit first
public record TriageCase(
        String id,
        Bilingual title,
        double score,
        CaseDraft draft,
        Chain chain,
        Disposition disposition,
        Bilingual summary,
        List<ScenarioMatch> scenarios,
        List<String> runbooks) {
    public TriageCase {
        scenarios = List.copyOf(scenarios);
        runbooks = List.copyOf(runbooks);
    }

    /// In order of time within each burst.
    public List<String> alertIds() {
        return draft.evidence().stream()
                .map(e -> e.burst().alertIds())
                .flatMap(Collection::stream)
                .toList();
    }

    public Instant first() {
        return draft.first();
    }

    public Instant last() {
        return draft.last();
    }

    /// Its entities with the number of alerts that name each, the most frequent first.
    public List<Map.Entry<Entity, Integer>> entities() {
        Map<Entity, Integer> counts = new HashMap<>();
        draft.evidence()
                .forEach(e -> e.burst().entities().forEach((entity, n) -> counts.merge(entity, n, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Entity, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().key()))
                .toList();
    }
}
