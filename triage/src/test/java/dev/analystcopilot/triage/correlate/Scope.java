package dev.analystcopilot.triage.correlate;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.Alerts;
import dev.analystcopilot.triage.feature.BurstCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rare alerts of high severity, minute by minute, each of its own kind.
final class Scope {
    private final List<StoredAlert> alerts = new ArrayList<>();

    Scope at(int minute, Entity... entities) {
        return at(minute, "rule " + alerts.size(), List.of(), entities);
    }

    Scope at(int minute, String rule, List<String> lineage, Entity... entities) {
        alerts.add(new StoredAlert(
                "alert-%04d".formatted(alerts.size()),
                Alerts.START.plusSeconds(60L * minute),
                "test",
                rule,
                rule,
                Severity.HIGH,
                Outcome.UNKNOWN,
                Arrays.asList(entities),
                List.of(),
                "fp " + rule,
                lineage,
                Map.of(),
                List.of()));
        return this;
    }

    List<Evidence> evidence() {
        var collector = new BurstCollector();
        alerts.stream()
                .sorted(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id))
                .forEach(collector);
        return collector.bursts().stream()
                .map(burst -> new Evidence(burst, 1, 1, 1, Optional.empty()))
                .toList();
    }

    /// The numbers of the alerts of each case, in the order of the alerts.
    List<List<Integer>> cases() {
        return numbers(CaseBuilder.cases(evidence()));
    }

    static List<List<Integer>> numbers(List<CaseDraft> cases) {
        return cases.stream()
                .map(draft -> draft.evidence().stream()
                        .flatMap(e -> e.burst().alertIds().stream())
                        .map(id -> Integer.valueOf(id.substring("alert-".length())))
                        .sorted()
                        .toList())
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
    }
}
