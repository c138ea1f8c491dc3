package dev.analystcopilot.eval.triage;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.embedded.ScratchDatabase;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.fingerprint.Fingerprint;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import dev.analystcopilot.triage.job.Progress;
import dev.analystcopilot.triage.job.TenantTriage;
import java.util.List;

/// A tenant's backlog from PostgreSQL and its verdicts back into it, as the service does it.
final class StoredRun {
    static final String STORE = "store";
    static final String FIRST = "triage, with embedding each fingerprint once";
    static final String AGAIN = "triage, once stored and embedded";

    private StoredRun() {}

    /// @return the verdict hash
    static String of(SuiteContext context, int size, TechniqueCatalog catalog, Stopwatch watch) {
        Scope scope = Scope.analyst("bench");
        try (var scratch = ScratchDatabase.create(context.environment(), context.root());
                Database database = Database.open(scratch.address());
                var english = BgeEmbedder.english();
                var chinese = BgeEmbedder.chinese()) {
            var fingerprinter = new Fingerprinter();
            new SyntheticBacklog(size).forEachHour(alerts -> {
                List<NewAlert> rows = alerts.stream()
                        .map(alert -> {
                            Fingerprint fingerprint = fingerprinter.of(alert);
                            return new NewAlert(alert, fingerprint.hash(), fingerprint.text(), List.of());
                        })
                        .toList();
                watch.time(STORE, () -> database.alerts().insert(scope, rows));
            });
            var triage = new TenantTriage(database, catalog, new Embedders(english, chinese));
            watch.time(FIRST, () -> triage.run(scope, Progress.SILENT));
            return TriageRun.hash(watch.time(AGAIN, () -> triage.run(scope, Progress.SILENT)));
        }
    }
}
