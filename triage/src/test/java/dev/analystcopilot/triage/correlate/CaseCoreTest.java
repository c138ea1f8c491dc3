package dev.analystcopilot.triage.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.triage.Alerts;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstCollector;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseCoreTest {
    @Test
    void farWeakerBurstsAreTheirOwnCase() {
        var draft = new CaseDraft(List.of(of("A", 0.9f), of("B", 0.8f), of("C", 0.3f)));
        assertThat(CaseCore.of(draft)).extracting(CaseDraft::alertCount).containsExactly(2, 1);
    }

    @Test
    void aCaseWithoutAnyStrongBurstStaysWhole() {
        var draft = new CaseDraft(List.of(of("A", 0.4f), of("B", 0.1f)));
        assertThat(CaseCore.of(draft)).containsExactly(draft);
    }

    @Test
    void whatItsSourceGradesStaysWithItsCase() {
        var draft = new CaseDraft(List.of(of("A", 0.9f), of("B", 0.1f, Severity.LOW)));
        assertThat(CaseCore.of(draft)).containsExactly(draft);
    }

    @Test
    void aCaseScoresHigherTheMoreSpeaksForIt() {
        var one = new CaseDraft(List.of(of("A", 0.9f)));
        var several = new CaseDraft(List.of(of("A", 0.9f), of("B", 0.9f), of("C", 0.9f)));
        assertThat(several.score()).isGreaterThan(one.score());
    }

    @Test
    void aCaseScoresLowerTheMoreIsBesideThePoint() {
        var plain = new CaseDraft(List.of(of("A", 0.9f), of("B", 0.9f)));
        var mixed = new CaseDraft(List.of(of("A", 0.9f), of("B", 0.9f), of("C", 0.01f), of("D", 0.01f)));
        assertThat(mixed.score()).isLessThan(plain.score());
    }

    private static Evidence of(String title, float threat) {
        return of(title, threat, Severity.UNKNOWN);
    }

    private static Evidence of(String title, float threat, Severity severity) {
        var collector = new BurstCollector();
        collector.accept(Alerts.alert(title, 0, "web-1", title, severity));
        Burst burst = collector.bursts().getFirst();
        return new Evidence(burst, 0.5f, 0.5f, 1, threat, Optional.empty());
    }
}
