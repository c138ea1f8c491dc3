package dev.analystcopilot.triage.anomaly;

import dev.analystcopilot.embeddings.score.Contributions;
import dev.analystcopilot.embeddings.score.Contributions.Contribution;
import dev.analystcopilot.embeddings.score.IsolationForest;
import dev.analystcopilot.embeddings.score.OnnxScorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/// An isolation forest fitted on the data at hand, run through ONNX Runtime, its scores turned into percentiles of the
/// rows it was fitted on: 0.98 means "stranger than 98 of 100".
public final class ForestModel implements AnomalyModel {
    private final byte[] onnx;
    private final OnnxScorer scorer;
    private final float[] sortedScores;
    private final float[] everyday;

    private ForestModel(byte[] onnx, float[] everyday, float[][] rows) {
        this.onnx = onnx;
        this.everyday = everyday;
        this.scorer = OnnxScorer.open(onnx);
        this.sortedScores = scorer.score(rows);
        Arrays.sort(sortedScores);
    }

    /// @param rows at least one, shape (n, names)
    public static ForestModel fit(float[][] rows, List<String> names) {
        var forest = IsolationForest.train(rows, names, IsolationForest.Settings.defaults());
        var file = new ByteArrayOutputStream();
        try {
            forest.writeOnnx(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return new ForestModel(file.toByteArray(), forest.baseline(), rows);
    }

    @Override
    public float[] score(float[][] rows) {
        float[] raw = scorer.score(rows);
        for (int i = 0; i < raw.length; i++) {
            raw[i] = percentile(raw[i]);
        }
        return raw;
    }

    /// The share of training rows that score lower, ties counted half.
    private float percentile(float raw) {
        int below = lowerBound(raw);
        int notAbove = lowerBound(Math.nextUp(raw));
        return (below + notAbove) / (2f * sortedScores.length);
    }

    private int lowerBound(float raw) {
        int at = Arrays.binarySearch(sortedScores, raw);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sortedScores[at - 1] == raw) {
            at--;
        }
        return at;
    }

    @Override
    public List<Contribution> explain(float[] row) {
        return Contributions.byOcclusion(scorer, row, everyday);
    }

    @Override
    public String version() {
        return scorer.version();
    }

    @Override
    public byte[] onnx() {
        return onnx.clone();
    }

    @Override
    public void close() {
        scorer.close();
    }
}
