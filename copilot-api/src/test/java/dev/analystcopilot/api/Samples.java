package dev.analystcopilot.api;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertTriageRow;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import dev.analystcopilot.triage.document.CaseDocuments;
import dev.analystcopilot.triage.document.StepDocument;
import java.time.Instant;
import java.util.List;

/// One small case, as triage would store it.
public final class Samples {
    public static final String CASE = "case-0a1b2c3d4e5f";
    public static final String SCAN = "00000000000000000000000000000a01";
    public static final String SHELL = "00000000000000000000000000000a02";
    public static final Instant MORNING = Instant.parse("2022-01-24T03:57:00Z");

    private Samples() {}

    public static void store(Database database, String tenant) {
        Scope scope = Scope.analyst(tenant);
        database.alerts().insert(scope, List.of(alert(SCAN, "Web scan", 0), alert(SHELL, "Web shell", 600)));
        CaseDocument document = document();
        database.cases()
                .replaceAll(
                        scope,
                        List.of(new CaseRow(
                                CASE,
                                document.title().en(),
                                document.score(),
                                Verdict.TRUE_POSITIVE,
                                document.confidence(),
                                document.firstSeen(),
                                document.lastSeen(),
                                document.alertCount(),
                                List.of("host:web-01"),
                                null,
                                CaseDocuments.toJson(document))),
                        List.of(triaged(SCAN), triaged(SHELL)));
    }

    private static NewAlert alert(String id, String title, long second) {
        var alert = new Alert(
                id,
                "test",
                title,
                MORNING.plusSeconds(second),
                title,
                title + " on web-01",
                Severity.HIGH,
                AlertStatus.NEW,
                Outcome.SUCCEEDED,
                List.of(new Entity.Host("web-01"), new Entity.Ip("192.0.2.10")),
                List.of("T1505.003"),
                "{\"id\":\"" + id + "\"}");
        return new NewAlert(alert, "print-" + title, title);
    }

    private static AlertTriageRow triaged(String id) {
        return new AlertTriageRow(id, CASE, 0.9, Verdict.TRUE_POSITIVE, 0.87);
    }

    private static CaseDocument document() {
        return new CaseDocument(
                CASE,
                new Bilingual("Web shell on web-01", "web-01 上的 Web Shell"),
                2,
                0.9,
                "true_positive",
                0.87,
                MORNING,
                MORNING.plusSeconds(600),
                null,
                List.of(new EntityCount("host", "web-01", 2)),
                List.of(
                        step(1, "TA0043", "T1595.003", "attempted", SCAN, 0),
                        step(2, "TA0003", "T1505.003", "succeeded", SHELL, 600)),
                List.of(),
                List.of(new ReasonDocument("chain", "A scan was followed by a web shell", "扫描之后出现了 Web Shell")),
                List.of(),
                List.of(),
                new Bilingual("web-01 was scanned, then a web shell ran on it.", "web-01 先被扫描，随后运行了 Web Shell。"),
                List.of("web-shell"),
                List.of());
    }

    private static StepDocument step(int n, String tactic, String technique, String outcome, String alert, long at) {
        return new StepDocument(
                n,
                tactic,
                Bilingual.same(tactic),
                technique,
                Bilingual.same(technique),
                outcome,
                MORNING.plusSeconds(at),
                MORNING.plusSeconds(at),
                1,
                List.of(alert),
                List.of("host:web-01"),
                Bilingual.same(n == 1 ? "Web scan" : "Web shell"));
    }
}
