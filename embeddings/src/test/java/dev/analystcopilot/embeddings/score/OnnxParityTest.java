package dev.analystcopilot.embeddings.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.analystcopilot.embeddings.onnx.Input;
import dev.analystcopilot.embeddings.onnx.ModelException;
import dev.analystcopilot.embeddings.onnx.OnnxSession;
import dev.analystcopilot.embeddings.score.IsolationForest.Settings;
import dev.analystcopilot.embeddings.score.TreeEnsemble.Aggregate;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The trainer's own score and ONNX Runtime's are one.
class OnnxParityTest {
    private static final float TOLERANCE = 1e-5f;
    private static final int FEATURES = 6;
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e", "f");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onRandomRows(long seed) throws IOException {
        assertParity(forest(seed), rows(3000, seed + 100));
    }

    /// Values that lie exactly on a threshold, and its neighbours on either side.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void onRowsThatLieOnSplits(long seed) throws IOException {
        IsolationForest forest = forest(seed);
        assertParity(forest, rowsOnSplits(forest, seed));
    }

    @Test
    void onTheTrainingRows() throws IOException {
        assertParity(forest(4), rows(2000, 4));
    }

    @Test
    void onRowsFarOutside() throws IOException {
        float[][] rows = {filled(Float.MAX_VALUE), filled(-Float.MAX_VALUE), filled(-0f), filled(Float.MIN_VALUE)};
        assertParity(forest(5), rows);
    }

    @Test
    void onAForestOfLeaves() throws IOException {
        assertParity(IsolationForest.train(new float[20][FEATURES], NAMES, Settings.defaults()), rows(10, 1));
    }

    @Test
    void onASingleRow() throws IOException {
        assertParity(forest(6), rows(1, 7));
    }

    @Test
    void ofNoRowsAreNoScores() throws IOException {
        try (OnnxScorer scorer = OnnxScorer.open(bytes(forest(1)))) {
            assertThat(scorer.score(new float[0][])).isEmpty();
        }
    }

    @Test
    void fileTellsItsFeaturesAndHowItWasMade(@TempDir Path folder) throws IOException {
        IsolationForest forest = IsolationForest.train(rows(50, 1), NAMES, new Settings(7, 32, 99));
        Path file = folder.resolve("anomaly.onnx");
        forest.writeOnnx(file);
        try (OnnxScorer scorer = OnnxScorer.open(file)) {
            assertThat(scorer.featureNames()).isEqualTo(NAMES);
            assertThat(scorer.trainer())
                    .isEqualTo(Map.of("trainer", "isolation-forest", "trees", "7", "sample", "32", "seed", "99"));
            assertThat(scorer.baseline()).contains(forest.baseline());
            assertThat(scorer.version()).matches("[0-9a-f]{12}");
        }
    }

    @Test
    void missingValuesAreRejected() throws IOException {
        try (OnnxScorer scorer = OnnxScorer.open(bytes(forest(1)))) {
            assertThatThrownBy(() -> scorer.score(new float[][] {filled(0), filled(Float.NaN)}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("row 1: a is NaN, not a finite number");
        }
    }

    @Test
    void rowsOfAnotherLengthAreRejected() throws IOException {
        try (OnnxScorer scorer = OnnxScorer.open(bytes(forest(1)))) {
            assertThatThrownBy(() -> scorer.score(new float[][] {{1, 2}}))
                    .hasMessage("row 0 has 2 values for 6 features");
        }
    }

    @Test
    void aFileThatIsNoModelIsSaidSo() {
        assertThatThrownBy(() -> OnnxScorer.open(new byte[] {1, 2, 3}))
                .isInstanceOf(ModelException.Unreadable.class)
                .hasMessageContaining("cannot load the model");
    }

    @Test
    void aMissingFileIsSaidSo() {
        assertThatThrownBy(() -> OnnxScorer.open(Path.of("nowhere.onnx")))
                .isInstanceOf(ModelException.Unreadable.class)
                .hasMessageContaining("nowhere.onnx");
    }

    /// The same writer carries a classifier: one output per class, softmax behind.
    @Test
    void aClassifierGivesProbabilities() throws IOException {
        Tree first = Tree.split(0, 1, Tree.leaf(2, 0), Tree.leaf(0, 1));
        Tree second = Tree.split(1, 5, Tree.leaf(1, 0), Tree.leaf(0, 3));
        var ensemble = new TreeEnsemble(2, 2, Aggregate.SUM, List.of(first, second));
        var card = new ModelCard(List.of("x", "y"), Optional.empty(), Map.of());
        var out = new ByteArrayOutputStream();
        OnnxTreeWriter.of("classifier", ensemble, card).softmax().write(out);
        try (var session = OnnxSession.open(out.toByteArray(), "classifier")) {
            float[] found = new float[2];
            session.run(Map.of("features", Input.of(FloatBuffer.wrap(new float[] {1, 6}), 1, 2)))
                    .get(found);
            double[] sums = ensemble.evaluate(new float[] {1, 6});
            float expected = (float) (Math.exp(sums[0]) / (Math.exp(sums[0]) + Math.exp(sums[1])));
            assertThat(found).containsExactly(new float[] {expected, 1 - expected}, within(TOLERANCE));
        }
    }

    private static void assertParity(IsolationForest forest, float[][] rows) throws IOException {
        try (OnnxScorer scorer = OnnxScorer.open(bytes(forest))) {
            float[] ours = forest.score(rows);
            float[] theirs = scorer.score(rows);
            float largest = 0;
            for (int i = 0; i < rows.length; i++) {
                largest = Math.max(largest, Math.abs(ours[i] - theirs[i]));
            }
            assertThat(largest).isLessThanOrEqualTo(TOLERANCE);
        }
    }

    @Test
    void scoresLieBetweenZeroAndOne() throws IOException {
        try (OnnxScorer scorer = OnnxScorer.open(bytes(forest(8)))) {
            for (float score : scorer.score(rows(1000, 9))) {
                assertThat(score).isBetween(0f, 1f);
            }
        }
    }

    private static IsolationForest forest(long seed) {
        return IsolationForest.train(rows(2000, seed), NAMES, new Settings(100, 256, seed));
    }

    private static byte[] bytes(IsolationForest forest) throws IOException {
        var out = new ByteArrayOutputStream();
        forest.writeOnnx(out);
        return out.toByteArray();
    }

    private static float[] filled(float value) {
        float[] row = new float[FEATURES];
        Arrays.fill(row, value);
        return row;
    }

    /// Counts, shares, flags, sizes over many magnitudes, a constant: what alerts' features look like.
    private static float[][] rows(int count, long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new float[] {
                random.nextInt(5),
                random.nextFloat(),
                random.nextBoolean() ? 1 : 0,
                (float) Math.exp(random.nextGaussian() * 8),
                (float) random.nextGaussian() * 0.1f,
                7
            };
        }
        return rows;
    }

    private static float[][] rowsOnSplits(IsolationForest forest, long seed) {
        Random random = new Random(seed);
        List<List<Float>> splits = new ArrayList<>();
        for (int f = 0; f < FEATURES; f++) {
            splits.add(new ArrayList<>(List.of(0f)));
        }
        for (Tree tree : forest.pathLengths().trees()) {
            for (int n = 0; n < tree.size(); n++) {
                if (!tree.isLeaf(n)) {
                    splits.get(tree.feature(n)).add(tree.threshold(n));
                }
            }
        }
        float[][] rows = new float[3000][FEATURES];
        for (float[] row : rows) {
            for (int f = 0; f < FEATURES; f++) {
                float split = splits.get(f).get(random.nextInt(splits.get(f).size()));
                row[f] = switch (random.nextInt(4)) {
                    case 0 -> Math.nextUp(split);
                    case 1 -> Math.nextDown(split);
                    default -> split;
                };
            }
        }
        return rows;
    }
}
