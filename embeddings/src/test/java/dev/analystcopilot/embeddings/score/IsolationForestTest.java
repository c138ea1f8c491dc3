package dev.analystcopilot.embeddings.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.analystcopilot.embeddings.score.IsolationForest.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IsolationForestTest {
    private static final List<String> NAMES = List.of("x", "y");
    private static final Settings SETTINGS = new Settings(50, 128, 1);

    @Test
    void whatStandsAloneScoresHigh() {
        var forest = IsolationForest.train(cloud(1000), NAMES, SETTINGS);
        assertThat(forest.score(new float[] {9, 9})).isGreaterThan(0.7);
    }

    @Test
    void whatLiesAmongOthersScoresLow() {
        var forest = IsolationForest.train(cloud(1000), NAMES, SETTINGS);
        assertThat(forest.score(new float[] {0, 0})).isLessThan(0.5);
    }

    @Test
    void theSameSeedGivesTheSameFile() throws IOException {
        assertThat(file(IsolationForest.train(cloud(300), NAMES, SETTINGS)))
                .isEqualTo(file(IsolationForest.train(cloud(300), NAMES, SETTINGS)));
    }

    @Test
    void anotherSeedGivesAnotherForest() {
        assertThat(IsolationForest.train(cloud(300), NAMES, new Settings(50, 128, 2))
                        .pathLengths())
                .isNotEqualTo(IsolationForest.train(cloud(300), NAMES, SETTINGS).pathLengths());
    }

    @Test
    void oneRowSaysNothing() {
        assertThat(IsolationForest.train(cloud(1), NAMES, SETTINGS).score(new float[] {5, 5}))
                .isCloseTo(0.5, within(1e-6));
    }

    @Test
    void equalRowsSayNothing() {
        float[][] rows = new float[500][2];
        assertThat(IsolationForest.train(rows, NAMES, SETTINGS).score(new float[] {5, 5}))
                .isCloseTo(0.5, within(1e-6));
    }

    /// Neighbouring floats leave no room for a threshold between them but the lower one itself.
    @Test
    void neighbouringFloatsAreSplit() {
        float[][] rows = {{1, 0}, {Math.nextUp(1f), 0}};
        var forest = IsolationForest.train(rows, NAMES, SETTINGS);
        assertThat(forest.pathLengths().trees()).allMatch(tree -> tree.size() == 3 && tree.threshold(0) == 1f);
    }

    @Test
    void theWidestRangeIsSplitInside() {
        float[][] rows = {{-Float.MAX_VALUE, 0}, {Float.MAX_VALUE, 0}};
        var forest = IsolationForest.train(rows, NAMES, SETTINGS);
        assertThat(forest.pathLengths().trees()).allMatch(tree -> Float.isFinite(tree.threshold(0)));
    }

    @Test
    void theBaselineIsTheMedian() {
        float[][] rows = {{1, 10}, {2, 30}, {9, 20}};
        assertThat(IsolationForest.train(rows, NAMES, SETTINGS).baseline()).containsExactly(2, 20);
    }

    @Test
    void missingValuesAreRejectedInTraining() {
        assertThatThrownBy(() -> IsolationForest.train(new float[][] {{1, Float.NaN}}, NAMES, SETTINGS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 0: y is NaN, not a finite number");
    }

    @Test
    void missingValuesAreRejectedInScoring() {
        var forest = IsolationForest.train(cloud(10), NAMES, SETTINGS);
        assertThatThrownBy(() -> forest.score(new float[] {Float.POSITIVE_INFINITY, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x is Infinity");
    }

    @Test
    void noRowsAreNothingToLearnFrom() {
        assertThatThrownBy(() -> IsolationForest.train(new float[0][], NAMES, SETTINGS))
                .hasMessage("no rows to learn from");
    }

    @Test
    void typicalDepthIsThePapers() {
        assertThat(IsolationTrees.typicalDepth(256)).isCloseTo(10.2448, within(1e-4));
    }

    private static byte[] file(IsolationForest forest) throws IOException {
        var out = new ByteArrayOutputStream();
        forest.writeOnnx(out);
        return out.toByteArray();
    }

    private static float[][] cloud(int rows) {
        Random random = new Random(3);
        float[][] cloud = new float[rows][2];
        for (float[] row : cloud) {
            row[0] = (float) random.nextGaussian();
            row[1] = (float) random.nextGaussian();
        }
        return cloud;
    }
}
