package dev.analystcopilot.embeddings.score;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// A yes-or-no classifier of boosted trees: the score is the probability of yes. Made by [GradientBoosting].
public final class BoostedTrees implements Scorer {
    private final List<String> featureNames;
    private final TreeEnsemble logOdds;
    private final float[] baseline;
    private final Map<String, String> trainer;

    BoostedTrees(List<String> featureNames, TreeEnsemble logOdds, float[] baseline, Map<String, String> trainer) {
        this.featureNames = List.copyOf(featureNames);
        this.logOdds = logOdds;
        this.baseline = baseline.clone();
        this.trainer = Map.copyOf(trainer);
    }

    @Override
    public List<String> featureNames() {
        return featureNames;
    }

    /// The median of each feature over the training rows, for [Contributions].
    public float[] baseline() {
        return baseline.clone();
    }

    /// The trees; their leaves sum up to log-odds.
    public TreeEnsemble logOdds() {
        return logOdds;
    }

    @Override
    public float[] score(float[][] rows) {
        Rows.check(rows, featureNames);
        var scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            scores[i] = (float) (1 / (1 + Math.exp(-logOdds.evaluate(rows[i])[0])));
        }
        return scores;
    }

    /// Writes it as a standard ONNX file: one input `features` (rows × features, float), one output `score`
    /// (rows × 1, float).
    ///
    /// @param more properties for the file's metadata beside the trainer's own
    public void writeOnnx(OutputStream out, Map<String, String> more) throws IOException {
        var properties = new java.util.TreeMap<>(trainer);
        properties.putAll(more);
        OnnxTreeWriter.of("boosted_trees", logOdds, ModelCard.of(featureNames, baseline, properties))
                .sigmoid()
                .write(out);
    }

    /// The ONNX file in memory.
    public byte[] onnx(Map<String, String> more) {
        var file = new ByteArrayOutputStream();
        try {
            writeOnnx(file, more);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return file.toByteArray();
    }
}
