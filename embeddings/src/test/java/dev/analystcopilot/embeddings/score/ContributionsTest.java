package dev.analystcopilot.embeddings.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.score.Contributions.Contribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionsTest {
    private static final Scorer SUM = new Scorer() {
        @Override
        public List<String> featureNames() {
            return List.of("small", "large", "none", "calming");
        }

        @Override
        public float[] score(float[][] rows) {
            float[] scores = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                scores[i] = rows[i][0] + 10 * rows[i][1] - rows[i][3];
            }
            return scores;
        }
    };

    @Test
    void theLargestDropComesFirst() {
        assertThat(Contributions.byOcclusion(SUM, new float[] {3, 2, 9, 4}, new float[] {1, 1, 1, 1}))
                .containsExactly(
                        new Contribution("large", 2, 1, 10),
                        new Contribution("small", 3, 1, 2),
                        new Contribution("none", 9, 1, 0),
                        new Contribution("calming", 4, 1, -3));
    }

    @Test
    void theRowItselfIsLeftAlone() {
        float[] row = {3, 2, 9, 4};
        Contributions.byOcclusion(SUM, row, new float[4]);
        assertThat(row).containsExactly(3, 2, 9, 4);
    }
}
