package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Reach;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.learning.Basis;
import dev.analystcopilot.knowledge.postgres.learning.Basis.Print;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Alerts and verdicts on them, for tests.
final class Judged {
    static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    static final Instant FRIDAY = Instant.parse("2026-03-06T00:00:00Z");

    private Judged() {}

    static StoredAlert alert(String id, Instant time, String print, Severity severity, String... entities) {
        return new StoredAlert(
                id,
                time,
                "test",
                print,
                print,
                severity,
                Outcome.UNKNOWN,
                List.of(entities).stream().map(Entity::ofKey).toList(),
                List.of(),
                print);
    }

    /// All like this one, until Friday.
    static Judgement alike(String id, StoredAlert alert, Verdict verdict, Optional<String> entity) {
        return new Judgement(
                new HumanVerdict(
                        id,
                        Subject.ALERT,
                        alert.id(),
                        Optional.of(alert.fingerprint()),
                        verdict,
                        "known",
                        "ann",
                        MONDAY.plusSeconds(id.hashCode() % 1000),
                        Reach.FINGERPRINT,
                        entity,
                        Optional.of(FRIDAY),
                        Optional.empty()),
                basis(List.of(alert)));
    }

    static Judgement onCase(String id, String caseId, Verdict verdict, StoredAlert... alerts) {
        return new Judgement(
                new HumanVerdict(id, Subject.CASE, caseId, Optional.empty(), verdict, "", "ann", MONDAY),
                basis(List.of(alerts)));
    }

    static Judgement onAlert(String id, StoredAlert alert, Verdict verdict) {
        return new Judgement(
                new HumanVerdict(
                        id,
                        Subject.ALERT,
                        alert.id(),
                        Optional.of(alert.fingerprint()),
                        verdict,
                        "",
                        "ann",
                        MONDAY.plusSeconds(2_000)),
                basis(List.of(alert)));
    }

    private static Basis basis(List<StoredAlert> alerts) {
        return new Basis(
                Severity.HIGH,
                alerts.stream()
                        .flatMap(alert -> alert.entities().stream())
                        .map(Entity::key)
                        .toList(),
                alerts.stream()
                        .map(alert -> new Print(alert.fingerprint(), alert.severity(), 1))
                        .toList(),
                alerts.size(),
                Optional.of(MONDAY),
                Optional.empty());
    }
}
