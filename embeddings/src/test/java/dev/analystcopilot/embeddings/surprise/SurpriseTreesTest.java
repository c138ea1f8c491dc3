package dev.analystcopilot.embeddings.surprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.analystcopilot.embeddings.score.OnnxScorer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SurpriseTreesTest {
    private static final List<String> NAMES = List.of("kind", "size", "noise");
    private static final float[][] ROWS = rows();

    /// The size follows from the kind; both kinds and both sizes are equally common.
    private static float[][] rows() {
        var random = new SplittableRandom(5);
        var rows = new float[600][];
        for (int i = 0; i < rows.length; i++) {
            int kind = random.nextInt(2);
            rows[i] = new float[] {kind, kind * 100 + random.nextInt(20), random.nextInt(50)};
        }
        return rows;
    }

    private static SurpriseTrees fit() {
        return SurpriseTraining.train(ROWS, NAMES, Set.of(0), SurpriseTraining.Settings.defaults());
    }

    @Test
    void commonValuesThatDoNotGoTogetherAreStrange() {
        float[] scores = fit().score(new float[][] {{0, 10, 25}, {0, 110, 25}});

        assertThat(scores[1]).isGreaterThan(0.5f).isGreaterThan(scores[0] + 0.2f);
    }

    @Test
    void aValueNeverSeenIsStranger() {
        float[] scores = fit().score(new float[][] {{1, 110, 25}, {1, 5_000, 25}, {7, 110, 25}});

        assertThat(scores[1]).isGreaterThan(scores[0]);
        assertThat(scores[2]).isGreaterThan(scores[0]);
    }

    @Test
    void theOnnxFileScoresAsTheTreesDo() {
        SurpriseTrees trees = fit();
        try (var scorer = OnnxScorer.open(trees.onnx(Map.of()))) {
            assertThat(scorer.score(ROWS)).satisfies(scores -> {
                float[] ours = trees.score(ROWS);
                for (int i = 0; i < ours.length; i++) {
                    assertThat(scores[i]).isCloseTo(ours[i], within(1e-5f));
                }
            });
        }
    }

    @Test
    void equalRowsMakeEqualFiles() {
        assertThat(fit().onnx(Map.of())).isEqualTo(fit().onnx(Map.of()));
    }

    @Test
    void whatTheColumnsAddMakesTheSurprise() {
        SurpriseTrees trees = fit();
        float[] row = {0, 110, 25};
        float[] parts = trees.byColumn(row);

        assertThat(parts[0] + parts[1] + parts[2])
                .isCloseTo((float) trees.surprise().evaluate(row)[0], within(1e-4f));
        assertThat(parts[0] + parts[1]).isGreaterThan(parts[2]);
    }

    @Test
    void oneRowIsEnoughAndNoneIsNot() {
        var settings = SurpriseTraining.Settings.defaults();
        SurpriseTrees one = SurpriseTraining.train(new float[][] {{1, 2, 3}}, NAMES, Set.of(), settings);

        assertThat(one.score(new float[][] {{1, 2, 3}})[0]).isBetween(0f, 1f);
        assertThatThrownBy(() -> SurpriseTraining.train(new float[0][], NAMES, Set.of(), settings))
                .hasMessageContaining("no rows");
    }
}
