package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.grounding.proof.AlertProof;
import dev.analystcopilot.api.grounding.proof.CaseProof;
import dev.analystcopilot.api.grounding.proof.Proof;
import dev.analystcopilot.api.grounding.proof.TextProof;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A case (1) of a scan and a web shell, its alerts (2, 3), another alert (4), a passage (5), a count (6), something
/// that is gone (7), and an alert of which nobody knows how it ended (8).
final class Evidence implements Proofs {
    static final String CASE = "case-0a1b2c3d4e5f";
    static final Instant SCAN = Instant.parse("2022-01-24T03:57:10Z");
    static final Instant SHELL = Instant.parse("2022-01-24T04:07:10Z");

    final EvidenceBook book = new EvidenceBook();
    private final Map<Integer, Proof> proofs = new HashMap<>();
    private final TechniqueCatalog catalog = TechniqueCatalog.load();
    int reads;

    Evidence() {
        add(Kind.CASE, CASE, "Web shell on web-01", "host:web-01 host:db-02 user:alice", CaseProof.of(document()));
        alert(
                "00000000000000000000000000000a01",
                "Web scan: 46 requests",
                "scan of web-01",
                SCAN,
                Severity.MEDIUM,
                Outcome.ATTEMPTED,
                "T1595.003",
                new Entity.Host("web-01"),
                new Entity.Ip("198.51.100.7"));
        alert(
                "00000000000000000000000000000a02",
                "Web shell",
                "shell.php was run by user alice, parent PID 812, \"cmd=whoami\"",
                SHELL,
                Severity.HIGH,
                Outcome.SUCCEEDED,
                "T1505.003",
                new Entity.Host("web-01"),
                new Entity.User("alice"),
                new Entity.Ip("203.0.113.9"));
        alert(
                "00000000000000000000000000000a03",
                "Brute force",
                "5 failed logins for user mallory on port 22",
                SHELL.plusSeconds(3_600),
                Severity.LOW,
                Outcome.ATTEMPTED,
                "T1110",
                new Entity.Host("db-02"),
                new Entity.User("mallory"));
        add(
                Kind.PASSAGE,
                "p1",
                "Web shell runbook",
                "",
                TextProof.passage(
                        "Web shell",
                        "Isolate the host within 30 minutes. Keep a copy of \"shell files\" for 90 days."));
        add(Kind.RESULT, "r1", "Alerts by host", "", TextProof.result("Alerts by host", "web-01: 12\ndb-02: 7"));
        add(Kind.ALERT, "gone", "gone", "", Proof.gone());
        alert(
                "00000000000000000000000000000a08",
                "Large upload",
                "900 MB were sent",
                SHELL.plusSeconds(7_200),
                Severity.MEDIUM,
                Outcome.UNKNOWN,
                "T1048.003",
                new Entity.Host("db-02"));
    }

    private void alert(
            String id,
            String title,
            String message,
            Instant time,
            Severity severity,
            Outcome outcome,
            String technique,
            Entity... entities) {
        var alert = new Alert(
                id,
                "test",
                title,
                time,
                title,
                message,
                severity,
                AlertStatus.NEW,
                outcome,
                List.of(entities),
                List.of(technique),
                "{\"dst_port\":8443,\"agent\":\"nikto/2.1.6\"}");
        add(
                Kind.ALERT,
                id,
                title,
                "entities: "
                        + String.join(
                                ", ",
                                List.of(entities).stream().map(Entity::key).toList()),
                AlertProof.of(alert, Optional.of(Verdict.TRUE_POSITIVE), Optional.of(CASE), catalog));
    }

    private void add(Kind kind, String id, String label, String text, Proof proof) {
        proofs.put(book.add(kind, id, label, text).n(), proof);
    }

    @Override
    public Proof of(EvidenceItem item) {
        reads++;
        return proofs.getOrDefault(item.n(), Proof.gone());
    }

    private static CaseDocument document() {
        return new CaseDocument(
                CASE,
                new Bilingual("Web shell on web-01", "web-01 上的 Web Shell"),
                12,
                0.91,
                "true_positive",
                0.87,
                SCAN,
                SHELL,
                null,
                List.of(
                        new EntityCount("host", "web-01", 12),
                        new EntityCount("host", "db-02", 3),
                        new EntityCount("user", "alice", 1)),
                List.of(
                        step(
                                1,
                                "TA0043",
                                "T1595.003",
                                "attempted",
                                "Web scan",
                                SCAN,
                                9,
                                List.of("host:web-01", "host:db-02")),
                        step(
                                2,
                                "TA0003",
                                "T1505.003",
                                "succeeded",
                                "Web shell",
                                SHELL,
                                3,
                                List.of("host:web-01", "user:alice"))),
                List.of(),
                List.of(new ReasonDocument("chain", "A scan was followed by a web shell", "扫描之后出现了 Web Shell")),
                List.of(new ReasonDocument("known", "It could be a false positive of the sensor", "可能是传感器误报")),
                List.of(),
                new Bilingual("web-01 was scanned, then a web shell ran on it.", "web-01 先被扫描，随后运行了 Web Shell。"),
                List.of("web-shell"),
                List.of());
    }

    private static StepDocument step(
            int n,
            String tactic,
            String technique,
            String outcome,
            String title,
            Instant at,
            long alerts,
            List<String> entities) {
        return new StepDocument(
                n,
                tactic,
                Bilingual.same(tactic),
                technique,
                Bilingual.same(technique),
                outcome,
                at,
                at,
                alerts,
                List.of(),
                entities,
                Bilingual.same(title));
    }
}
