package dev.analystcopilot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.disposition.Disposition;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BodyInCaseTest {
    private static final Told ATTACK =
            Told.at(0).named("PowerShell").on("pc-1").severe(Severity.MEDIUM).shows("amsi-bypass", "fetch-and-run");
    private static final Told EVERYDAY =
            Told.at(0).named("Policy test").on("pc-1").severe(Severity.LOW).shows("policy-test-file");

    @Test
    void everydayWorkHoursFromTheAttackIsJudgedForItself() {
        assertThat(verdicts(ATTACK, at(300, EVERYDAY))).first().isEqualTo(Verdict.TRUE_POSITIVE);
        assertThat(verdicts(ATTACK, at(300, EVERYDAY)).getLast().setAside()).isTrue();
    }

    @Test
    void everydayWorkWithinTheHourIsWhatItsCaseIs() {
        assertThat(verdicts(ATTACK, at(30, EVERYDAY))).containsOnly(Verdict.TRUE_POSITIVE);
    }

    @Test
    void alertsWithoutABodyAreWhatTheirCaseIs() {
        assertThat(verdicts(ATTACK, Told.at(600).named("Something").on("pc-1"))).containsOnly(Verdict.TRUE_POSITIVE);
    }

    @Test
    void inACaseWithNothingThreateningEachIsWhatItsCaseIs() {
        assertThat(verdicts(EVERYDAY, at(600, EVERYDAY).named("Other"))).containsOnly(Verdict.TRUE_POSITIVE);
    }

    private static Told at(int minute, Told told) {
        return new Told(
                minute,
                told.title(),
                told.severity(),
                told.outcome(),
                told.entities(),
                told.techniques(),
                told.lineage(),
                told.details(),
                told.signs());
    }

    /// Of a case that is called an attack.
    private static List<Verdict> verdicts(Told... alerts) {
        CaseDraft draft = Told.draft(alerts);
        var triaged = new TriageCase(
                "case",
                Bilingual.same("case"),
                0.9,
                draft,
                Told.chain(draft),
                new Disposition(Verdict.TRUE_POSITIVE, 0.9, 0.9, List.of(), List.of(), List.of()),
                Bilingual.same("case"),
                List.of(),
                List.of());
        var body = new BodyInCase(triaged);
        return Stream.of(draft)
                .flatMap(d -> d.evidence().stream())
                .map(body::of)
                .toList();
    }
}
