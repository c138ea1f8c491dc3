package dev.analystcopilot.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.eval.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final List<String> TRUTH = List.of("a", "a", "a", "b", "b", "b");

    /// The example of the adjusted Rand index in scikit-learn's user guide.
    @Test
    void matches_a_published_example() {
        var scores = Grouping.scores(TRUTH, List.of("0", "0", "1", "1", "2", "2"));
        assertThat(scores.get("ARI")).isEqualTo(Score.of(0.24242424242424246));
    }

    @Test
    void names_of_groups_do_not_matter() {
        assertThat(Grouping.scores(TRUTH, List.of("x", "x", "x", "y", "y", "y")).values())
                .containsExactly(Score.of(1), Score.of(1), Score.of(1), Score.of(2));
    }

    @Test
    void one_heap_is_worth_nothing() {
        var scores = Grouping.scores(TRUTH, List.of("x", "x", "x", "x", "x", "x"));
        assertThat(List.of(scores.get("ARI"), scores.get("V"))).containsExactly(Score.of(0), Score.of(0));
    }
}
