package dev.analystcopilot.embeddings.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.embeddings.score.TreeEnsemble.Aggregate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final Tree TREE = Tree.split(
            0, 1, Tree.split(1, 2, Tree.leaf(10), Tree.leaf(20)), Tree.split(1, 3, Tree.leaf(30), Tree.leaf(40)));

    @Test
    void valuesOnASplitGoLeft() {
        assertThat(TREE.values(TREE.leafOf(new float[] {1, 2}))).containsExactly(10);
    }

    @Test
    void everyLeafIsReached() {
        assertThat(List.of(leaf(1, 3), leaf(2, 3), leaf(2, 4))).containsExactly(20f, 30f, 40f);
    }

    @Test
    void sumsAddUp() {
        assertThat(new TreeEnsemble(2, 1, Aggregate.SUM, List.of(TREE, TREE)).evaluate(new float[] {0, 0}))
                .containsExactly(20);
    }

    @Test
    void averagesDoNot() {
        assertThat(new TreeEnsemble(2, 1, Aggregate.AVERAGE, List.of(TREE, TREE)).evaluate(new float[] {0, 0}))
                .containsExactly(10);
    }

    @Test
    void anEnsembleHasEveryFeatureItAsksFor() {
        assertThatThrownBy(() -> new TreeEnsemble(1, 1, Aggregate.SUM, List.of(TREE)))
                .hasMessageContaining("needs 2 features");
    }

    @Test
    void thresholdsAreNumbers() {
        assertThatThrownBy(() -> Tree.split(0, Float.NaN, Tree.leaf(1), Tree.leaf(2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float leaf(float... row) {
        return TREE.values(TREE.leafOf(row))[0];
    }
}
