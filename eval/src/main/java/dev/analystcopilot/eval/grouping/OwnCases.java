package dev.analystcopilot.eval.grouping;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The product's cases of alerts.
final class OwnCases {
    private final TechniqueCatalog catalog = TechniqueCatalog.load();
    private final Fingerprinter fingerprinter = new Fingerprinter();

    /// The group of each alert; an alert in no case is a group of its own.
    List<String> group(List<IncidentAlert> alerts) {
        var engine = new TriageEngine(catalog);
        alerts.stream()
                .map(IncidentAlert::alert)
                .map(alert -> StoredAlert.of(alert, fingerprinter.of(alert).hash()))
                .sorted(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id))
                .forEach(engine);
        Map<String, String> groups = new HashMap<>();
        engine.outcome()
                .forEachAlert((id, verdict) -> groups.put(id, verdict.caseId().orElse("alone-" + id)));
        return alerts.stream()
                .map(one -> groups.getOrDefault(
                        one.alert().id(), "lost-" + one.alert().id()))
                .toList();
    }
}
