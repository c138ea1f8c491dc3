package dev.analystcopilot.triage;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.feature.BurstCollector;
import dev.analystcopilot.triage.technique.TechniqueHints;
import java.util.Arrays;
import java.util.Comparator;

/// Cases for tests, made of alerts as they are: rare, and moderately odd.
public final class Drafts {
    private Drafts() {}

    public static CaseDraft of(StoredAlert... alerts) {
        var collector = new BurstCollector();
        Arrays.stream(alerts)
                .sorted(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id))
                .forEach(collector);
        var hints = TechniqueHints.load();
        return new CaseDraft(collector.bursts().stream()
                .map(burst -> new Evidence(burst, 0.9f, 0.9f, 1, hints.of(burst.sample())))
                .toList());
    }
}
