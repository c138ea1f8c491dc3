package dev.analystcopilot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {

    @Test
    void inBothListsBeatsFirstInOne() {
        assertThat(Fusion.fuse(List.of(List.of("a", "b"), List.of("c", "b")), 3))
                .extracting(Fusion.Fused::id)
                .containsExactly("b", "a", "c");
    }

    @Test
    void theScoreIsTheSumOfReciprocalRanks() {
        assertThat(Fusion.fuse(List.of(List.of("a"), List.of("b", "a")), 1))
                .containsExactly(new Fusion.Fused("a", 1.0 / 61 + 1.0 / 62));
    }
}
