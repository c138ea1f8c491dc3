package dev.analystcopilot.embeddings.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.analystcopilot.embeddings.score.GradientBoosting.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GradientBoostingTest {
    private static final List<String> NAMES = List.of("a", "b", "noise");

    /// Yes where exactly one of a and b is large: no single feature tells.
    private static float[][] rows(int n, long seed) {
        var random = new SplittableRandom(seed);
        var rows = new float[n][3];
        for (float[] row : rows) {
            for (int f = 0; f < 3; f++) {
                row[f] = (float) random.nextDouble();
            }
        }
        return rows;
    }

    private static float[] labels(float[][] rows) {
        var labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = rows[i][0] > 0.5 ^ rows[i][1] > 0.3 ? 1 : 0;
        }
        return labels;
    }

    private static BoostedTrees fitted(Settings settings) {
        float[][] rows = rows(2_000, 1);
        return GradientBoosting.train(rows, labels(rows), ones(rows.length), NAMES, settings);
    }

    private static float[] ones(int n) {
        var ones = new float[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void learnsWhatNoSingleFeatureTells() {
        BoostedTrees model = fitted(Settings.defaults());
        float[][] unseen = rows(1_000, 2);
        float[] scores = model.score(unseen);
        float[] labels = labels(unseen);
        int right = 0;
        for (int i = 0; i < scores.length; i++) {
            right += scores[i] > 0.5 == labels[i] > 0.5 ? 1 : 0;
        }
        assertThat(right).isGreaterThan(960);
    }

    @Test
    void onnxRuntimeGivesTheSameProbabilities() {
        BoostedTrees model = fitted(Settings.defaults());
        float[][] unseen = rows(500, 3);
        try (OnnxScorer onnx = OnnxScorer.open(model.onnx(Map.of("data", "made up")))) {
            float[] expected = model.score(unseen);
            float[] actual = onnx.score(unseen);
            for (int i = 0; i < expected.length; i++) {
                assertThat(actual[i]).isCloseTo(expected[i], org.assertj.core.data.Offset.offset(1e-5f));
            }
            assertThat(onnx.trainer())
                    .containsEntry("trainer", "gradient-boosting")
                    .containsEntry("data", "made up");
        }
    }

    @Test
    void aConstraintHoldsEverywhere() {
        BoostedTrees model = fitted(Settings.defaults().withMonotone(List.of(1, 0, 0)));
        float[][] grid = rows(200, 4);
        for (float[] row : grid) {
            float before = 0;
            for (int step = 0; step <= 20; step++) {
                float[] moved = row.clone();
                moved[0] = step / 20f;
                float score = model.score(new float[][] {moved})[0];
                assertThat(score).isGreaterThanOrEqualTo(before - 1e-6f);
                before = score;
            }
        }
    }

    @Test
    void theSameRowsGiveTheSameFile() {
        assertThat(fitted(Settings.defaults()).onnx(Map.of()))
                .isEqualTo(fitted(Settings.defaults()).onnx(Map.of()));
    }

    @Test
    void ofOneKindOnlyItGivesThatKindALowOrHighProbability() {
        float[][] rows = rows(50, 5);
        BoostedTrees model = GradientBoosting.train(rows, new float[50], ones(50), NAMES, Settings.defaults());
        for (float score : model.score(rows)) {
            assertThat(score).isLessThan(0.05f);
        }
    }

    @Test
    void refusesARowThatIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GradientBoosting.train(
                        new float[][] {{1, Float.NaN, 0}}, new float[1], ones(1), NAMES, Settings.defaults()))
                .withMessageContaining("b is NaN");
    }
}
