package dev.analystcopilot.eval.ait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.analystcopilot.eval.ait.AitNetwork.Truth;
import dev.analystcopilot.eval.ait.AitScore.Scored;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AitScoreTest {
    /// Two units of an attack, one of them of two alerts, two of noise, one of the long-running theft.
    private static final AitNetwork NETWORK = new AitNetwork(
            "made up",
            List.of(),
            Map.of(
                    "a1", new Truth("u1", "dirb", "dirb"),
                    "a2", new Truth("u1", "", "dirb"),
                    "a3", new Truth("u2", "webshell_cmd", ""),
                    "n1", new Truth("u3", "", ""),
                    "n2", new Truth("u4", "", ""),
                    "d1", new Truth("u5", "dnsteal", "")));

    @Test
    void aPerfectOrderHasPrecisionOne() {
        AitScore score = AitScore.of(
                NETWORK,
                List.of(new Scored(0.9, true, List.of("a1", "a2", "a3", "d1")), new Scored(0.1, true, List.of("n1"))));
        assertThat(score.unitApAll()).isEqualTo(1);
    }

    @Test
    void aHeapEarnsTheShareOfAttackInIt() {
        var heap = new Scored(0.9, true, List.of("a1", "a2", "a3", "n1", "n2", "d1"));
        assertThat(AitScore.of(NETWORK, List.of(heap)).unitAp()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void whatIsInNoCaseRanksLast() {
        var noiseFirst = new Scored(0.9, true, List.of("n1"));
        // u1 and u2 in one tie with u4 at the end: two of four.
        assertThat(AitScore.of(NETWORK, List.of(noiseFirst)).unitAp()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aMixedCaseIsPureFromHalfOn() {
        var half = new Scored(0.9, true, List.of("a3", "n1"));
        assertThat(AitScore.of(NETWORK, List.of(half)).pureKinds()).containsExactly("webshell_cmd");
    }

    @Test
    void aCaseMostlyOfNoiseIsNotPure() {
        var mixed = new Scored(0.9, true, List.of("a3", "n1", "n2"));
        assertThat(AitScore.of(NETWORK, List.of(mixed)).missed()).containsExactly("dirb", "webshell_cmd");
    }

    @Test
    void whatWasSetAsideIsNotFound() {
        var aside = new Scored(0.9, false, List.of("a3"));
        assertThat(AitScore.of(NETWORK, List.of(aside)).pureKinds()).isEmpty();
    }
}
