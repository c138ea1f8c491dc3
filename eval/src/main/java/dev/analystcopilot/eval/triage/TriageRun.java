package dev.analystcopilot.eval.triage;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.AlertVerdict;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.TriageOutcome;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import dev.analystcopilot.triage.job.VerdictHash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One backlog through the engine, as the product runs it: alerts in order of time, then the outcome.
final class TriageRun {
    static final String FINGERPRINT = "fingerprint";
    static final String BURSTS = "bursts";
    static final String DECIDE = "features, ONNX, cases, disposition";
    static final String VERDICTS = "a verdict for each alert";
    static final List<String> STAGES = List.of(FINGERPRINT, BURSTS, DECIDE, VERDICTS);

    private final TechniqueCatalog catalog;

    TriageRun(TechniqueCatalog catalog) {
        this.catalog = catalog;
    }

    TriageOutcome of(SyntheticBacklog backlog, Stopwatch watch) {
        var engine = new TriageEngine(catalog);
        var fingerprinter = new Fingerprinter();
        backlog.forEachHour(alerts -> {
            List<StoredAlert> stored = watch.time(FINGERPRINT, () -> stored(alerts, fingerprinter));
            watch.time(BURSTS, () -> {
                stored.forEach(engine);
                return stored.size();
            });
        });
        TriageOutcome outcome = watch.time(DECIDE, engine::outcome);
        watch.time(VERDICTS, () -> {
            var counted = new int[1];
            outcome.forEachAlert((id, verdict) -> counted[0]++);
            return counted[0];
        });
        return outcome;
    }

    static List<StoredAlert> stored(List<Alert> alerts, Fingerprinter fingerprinter) {
        return alerts.stream()
                .map(alert -> StoredAlert.of(alert, fingerprinter.of(alert).hash()))
                .toList();
    }

    /// @param alerts in order of (time, id), as a store gives them
    String verdictHash(List<StoredAlert> alerts) {
        var engine = new TriageEngine(catalog);
        alerts.forEach(engine);
        return hash(engine.outcome());
    }

    static String hash(TriageOutcome outcome) {
        Map<String, AlertVerdict> verdicts = new HashMap<>();
        outcome.forEachAlert(verdicts::put);
        return VerdictHash.of(verdicts, verdicts.keySet());
    }
}
