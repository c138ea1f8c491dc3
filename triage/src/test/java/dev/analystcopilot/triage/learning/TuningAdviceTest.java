package dev.analystcopilot.triage.learning;

import static dev.analystcopilot.triage.learning.Judged.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.learning.Combo;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TuningAdviceTest {
    private static Combo combo(String print, String host, long alerts, int verdicts, long attacks, long computed) {
        return new Combo(
                print,
                Optional.ofNullable(host),
                "test",
                "rule",
                "Scan",
                Severity.LOW,
                Severity.LOW,
                alerts,
                verdicts,
                verdicts,
                attacks,
                computed,
                verdicts,
                0,
                host == null ? 2 : 1);
    }

    private static List<Advice> advice(Combo... combos) {
        return TuningAdvice.of(List.of(combos), List.of(), MONDAY);
    }

    @Test
    void whatRemovesMostComesFirst() {
        assertThat(advice(combo("a", "host:x", 20, 3, 0, 0), combo("b", "host:y", 412, 3, 0, 0)))
                .extracting(each -> each.tested().alerts())
                .containsExactly(412L, 20L);
    }

    @Test
    void nothingThatHoldsAnAttackIsProposed() {
        assertThat(advice(combo("a", "host:x", 412, 3, 1, 0), combo("b", "host:x", 412, 3, 0, 1)))
                .isEmpty();
    }

    @Test
    void oneVerdictIsNotEnough() {
        assertThat(advice(combo("a", "host:x", 412, 1, 0, 0))).isEmpty();
    }

    @Test
    void theBoundGoesByVerdictsNotByAlerts() {
        // Three verdicts without an attack: the rate may still be 63 %.
        assertThat(advice(combo("a", "host:x", 412, 3, 0, 0)).getFirst().bound())
                .isCloseTo(0.632, within(1e-3));
    }

    @Test
    void everyHostIsProposedInsteadOfEach() {
        assertThat(advice(combo("a", "host:x", 20, 2, 0, 0), combo("a", null, 40, 4, 0, 0)))
                .extracting(each -> each.tested().entityKey())
                .containsExactly(Optional.empty());
    }

    @Test
    void whatIsSetAsideAlreadyIsNotProposedAgain() {
        var scan = Judged.alert("a-1", MONDAY, "a", Severity.LOW, "host:x");
        var standing = List.of(Judged.alike("v-1", scan, Verdict.BENIGN, Optional.of("host:x")));

        assertThat(TuningAdvice.of(List.of(combo("a", "host:x", 20, 3, 0, 0)), standing, MONDAY))
                .isEmpty();
        assertThat(TuningAdvice.of(List.of(combo("a", "host:y", 20, 3, 0, 0)), standing, MONDAY))
                .hasSize(1);
    }

    @Test
    void anIdIsTheSameForTheSameProposal() {
        assertThat(advice(combo("a", "host:x", 20, 3, 0, 0)).getFirst().id())
                .isEqualTo(advice(combo("a", "host:x", 99, 5, 0, 0)).getFirst().id());
    }
}
