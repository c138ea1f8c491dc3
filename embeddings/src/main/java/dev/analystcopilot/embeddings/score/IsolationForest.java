package dev.analystcopilot.embeddings.score;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How easily a row is cut off from the others: the fewer random splits it takes, the stranger the row.
///
/// F. T. Liu, K. M. Ting, Z.-H. Zhou: *Isolation Forest*, ICDM 2008. Each tree splits a random sample of the training
/// rows at random features and values until every row stands alone or the depth passes log2 of the sample's size. With
/// h(x) the depth of the leaf that a row comes to, plus what a tree of the rows still together there would add, and
/// c(n) the mean depth of a failed search in a binary tree of n rows, the score is
///
///     2 ^ (-mean h(x) / c(n))
///
/// near 1 for what stands alone, 0.5 and less for what lies among others.
///
/// The same rows in the same order with the same settings give the same forest, and the same file, byte for byte. All
/// of it is done in float32 as ONNX Runtime does it, so that a value that lies on a split goes the same way in both.
public final class IsolationForest implements Scorer {
    private final List<String> featureNames;
    private final Settings settings;
    private final TreeEnsemble pathLengths;
    private final double typicalDepth;
    private final float[] baseline;

    IsolationForest(List<String> featureNames, Settings settings, TreeEnsemble pathLengths, int sampled, float[] base) {
        this.featureNames = List.copyOf(featureNames);
        this.settings = settings;
        this.pathLengths = pathLengths;
        this.typicalDepth = IsolationTrees.typicalDepth(sampled);
        this.baseline = base.clone();
    }

    /// @param trees  how many trees; more make the score steadier
    /// @param sample how many rows each tree sees; few are enough, and keep normal rows from hiding strange ones
    /// @param seed   of the random choices
    public record Settings(int trees, int sample, long seed) {
        public Settings {
            if (trees < 1 || sample < 2) {
                throw new IllegalArgumentException(
                        "at least 1 tree and a sample of 2, not %d and %d".formatted(trees, sample));
            }
        }

        /// The paper's: 100 trees of 256 rows.
        public static Settings defaults() {
            return new Settings(100, 256, 20081215L);
        }
    }

    /// Fits a forest. A single row, or rows that are all alike, give a forest that scores everything 0.5.
    ///
    /// @throws IllegalArgumentException if there is no row, or a row has another length or a value that is
    ///     not finite
    public static IsolationForest train(float[][] rows, List<String> featureNames, Settings settings) {
        return IsolationTrees.train(rows, featureNames, settings);
    }

    @Override
    public List<String> featureNames() {
        return featureNames;
    }

    public Settings settings() {
        return settings;
    }

    /// The median of each feature over the training rows, for [Contributions].
    public float[] baseline() {
        return baseline.clone();
    }

    /// The trees; a leaf holds its path length.
    public TreeEnsemble pathLengths() {
        return pathLengths;
    }

    /// The anomaly score of one row, 0 to 1.
    public double score(float[] row) {
        Rows.check(row, 0, featureNames);
        return isolation(row);
    }

    @Override
    public float[] score(float[][] rows) {
        Rows.check(rows, featureNames);
        float[] scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = (float) isolation(rows[i]);
        }
        return scores;
    }

    private double isolation(float[] row) {
        return Math.pow(2, -pathLengths.evaluate(row)[0] / typicalDepth);
    }

    /// Writes the forest as a standard ONNX file: one input `features` (rows × features, float), one output `score`
    /// (rows × 1, float).
    public void writeOnnx(OutputStream out) throws IOException {
        writeOnnx(out, Map.of());
    }

    /// The ONNX file in memory.
    ///
    /// @param more properties for the file's metadata beside the trainer's own
    public byte[] onnx(Map<String, String> more) {
        var file = new ByteArrayOutputStream();
        try {
            writeOnnx(file, more);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return file.toByteArray();
    }

    private void writeOnnx(OutputStream out, Map<String, String> more) throws IOException {
        Map<String, String> trainer = new LinkedHashMap<>(more);
        trainer.put("trainer", "isolation-forest");
        trainer.put("trees", Integer.toString(settings.trees()));
        trainer.put("sample", Integer.toString(settings.sample()));
        trainer.put("seed", Long.toString(settings.seed()));
        OnnxTreeWriter.of("isolation_forest", pathLengths, ModelCard.of(featureNames, baseline, trainer))
                .multiply((float) (-1 / typicalDepth))
                .powerOf(2f)
                .write(out);
    }

    public void writeOnnx(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            writeOnnx(out);
        }
    }
}
