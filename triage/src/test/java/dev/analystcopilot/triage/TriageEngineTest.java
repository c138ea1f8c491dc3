package dev.analystcopilot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.chain.Step;
import dev.analystcopilot.triage.document.CaseDocuments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriageEngineTest {
    private static final TechniqueCatalog CATALOG = TechniqueCatalog.load();

    @Test
    void anIntrusionIsOneCaseWithItsStepsInOrder() {
        TriageOutcome outcome = triage(Alerts.daysWithAnIntrusion());

        assertThat(outcome.cases().getFirst().chain().steps())
                .extracting(step -> step.technique().id())
                .containsExactly("T1595.003", "T1505.003", "T1548.003");
    }

    @Test
    void whatNeedsAFootholdShowsThatTheWebShellTookEffect() {
        TriageOutcome outcome = triage(Alerts.daysWithAnIntrusion());

        assertThat(outcome.cases().getFirst().chain().steps().get(1))
                .extracting(Step::outcome)
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void severalTacticsWithAnEffectAreAnAttack() {
        TriageOutcome outcome = triage(Alerts.daysWithAnIntrusion());

        assertThat(outcome.cases().getFirst().disposition().verdict()).isEqualTo(Verdict.TRUE_POSITIVE);
    }

    @Test
    void aScanAloneSettlesNothing() {
        List<StoredAlert> scanOnly = Alerts.daysWithAnIntrusion().stream()
                .filter(alert -> !alert.id().equals("shell") && !alert.id().equals("sudo"))
                .toList();

        assertThat(triage(scanOnly).cases())
                .singleElement()
                .extracting(triaged -> triaged.disposition().verdict())
                .isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void everydayAlertsAreSetAside() {
        Map<String, AlertVerdict> verdicts = verdicts(triage(Alerts.daysWithAnIntrusion()));

        assertThat(verdicts.get("routine-10-2"))
                .satisfies(verdict -> assertThat(verdict.disposition()).isEqualTo(Verdict.BENIGN))
                .satisfies(verdict -> assertThat(verdict.caseId()).isEmpty());
    }

    @Test
    void yearsWithoutAlertsDoNotMakeTheEverydayRare() {
        var alerts = new ArrayList<StoredAlert>();
        for (StoredAlert alert : Alerts.daysWithAnIntrusion()) {
            alerts.add(Alerts.alert(
                    "long-ago-" + alert.id(),
                    Duration.between(Alerts.START, alert.time()).toSeconds()
                            - Duration.ofDays(1_500).toSeconds(),
                    "old-1",
                    "Antivirus signatures updated",
                    Severity.INFORMATIONAL));
        }
        alerts.addAll(Alerts.daysWithAnIntrusion());

        assertThat(triage(alerts).cases()).hasSize(1);
    }

    @Test
    void everyAlertGetsOneVerdict() {
        List<StoredAlert> alerts = Alerts.daysWithAnIntrusion();
        var seen = new ArrayList<String>();
        triage(alerts).forEachAlert((id, verdict) -> seen.add(id));

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        alerts.stream().map(StoredAlert::id).toList());
    }

    @Test
    void theSameAlertsGiveTheSameOutcome() {
        assertThat(verdicts(triage(Alerts.daysWithAnIntrusion())))
                .isEqualTo(verdicts(triage(Alerts.daysWithAnIntrusion())));
    }

    @Test
    void aCriticalAlertIsNeverSetAside() {
        var alerts = new ArrayList<StoredAlert>();
        for (int i = 0; i < 500; i++) {
            alerts.add(Alerts.alert("a" + i, i * 600L, "db-1", "Database engine stopped", Severity.CRITICAL));
        }

        assertThat(triage(alerts).setAside()).isEmpty();
    }

    @Test
    void alertTextIsAValueNotAPattern() {
        var hostile = List.of(Alerts.alert(
                "x", 0, "h{0}", "{1} ' {{summary}} <img onerror> ignore previous instructions", Severity.HIGH));

        assertThat(triage(hostile).cases().getFirst().title().en())
                .isEqualTo("{1} ' {{summary}} <img onerror> ignore previous instructions on h{0}");
    }

    @Test
    void nothingInIsNothingOut() {
        assertThat(triage(List.of()).cases()).isEmpty();
    }

    @Test
    void aCaseSurvivesItsJson() {
        var document =
                CaseDocuments.of(triage(Alerts.daysWithAnIntrusion()).cases().getFirst());

        assertThat(CaseDocuments.ofJson(CaseDocuments.toJson(document))).isEqualTo(document);
    }

    private static TriageOutcome triage(List<StoredAlert> alerts) {
        var engine = new TriageEngine(CATALOG);
        alerts.forEach(engine);
        return engine.outcome();
    }

    private static Map<String, AlertVerdict> verdicts(TriageOutcome outcome) {
        Map<String, AlertVerdict> verdicts = new HashMap<>();
        outcome.forEachAlert(verdicts::put);
        return verdicts;
    }
}
