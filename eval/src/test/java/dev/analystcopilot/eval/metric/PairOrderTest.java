package dev.analystcopilot.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.eval.metric.PairOrder.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairOrderTest {
    private static final List<Pair> TRUTH = List.of(new Pair("a", "b"), new Pair("b", "c"), new Pair("a", "c"));

    @Test
    void pairsInOrderCount() {
        assertThat(PairOrder.accuracy(List.of("b", "a", "c"), TRUTH)).isEqualTo(2 / 3.0);
    }

    @Test
    void aMissingActionMakesItsPairsWrong() {
        assertThat(PairOrder.accuracy(List.of("a", "b"), TRUTH)).isEqualTo(1 / 3.0);
    }

    @Test
    void onlyTheFirstMentionCounts() {
        assertThat(PairOrder.accuracy(List.of("a", "b", "c", "a"), TRUTH)).isEqualTo(1);
    }

    @Test
    void withoutPairsThereIsNoScore() {
        assertThatThrownBy(() -> PairOrder.accuracy(List.of("a"), List.of())).hasMessage("no pair is ordered");
    }
}
