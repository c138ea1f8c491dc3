package dev.analystcopilot.triage.anomaly;

import dev.analystcopilot.embeddings.score.Contributions;
import dev.analystcopilot.embeddings.score.Contributions.Contribution;
import dev.analystcopilot.embeddings.score.IsolationForest;
import dev.analystcopilot.embeddings.score.OnnxScorer;
import dev.analystcopilot.triage.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An isolation forest, fitted on the data at hand or read from a file, run through ONNX Runtime, its scores
/// turned into
/// percentiles of the rows it was fitted on: 0.98 means "stranger than 98 of 100". Thread-safe.
public final class ForestModel implements AnomalyModel {
    /// As models are stored.
    public static final String KIND = "anomaly";

    private static final String SHIPPED = "/triage/models/anomaly.onnx";

    private final byte[] onnx;
    private final OnnxScorer scorer;
    private final Percentiles percentiles;
    private final float[] everyday;

    private ForestModel(byte[] onnx, OnnxScorer scorer, Percentiles percentiles, float[] everyday) {
        this.onnx = onnx;
        this.scorer = scorer;
        this.percentiles = percentiles;
        this.everyday = everyday;
    }

    /// @param rows at least one, shape (n, names)
    public static ForestModel fit(float[][] rows, List<String> names) {
        var forest = IsolationForest.train(rows, names, IsolationForest.Settings.defaults());
        byte[] onnx = forest.onnx(Map.of());
        OnnxScorer scorer = OnnxScorer.open(onnx);
        return new ForestModel(onnx, scorer, Percentiles.of(scorer.score(rows)), forest.baseline());
    }

    /// Reads what [AnomalyTraining] has made.
    ///
    /// @throws IllegalArgumentException if the file is another model
    public static ForestModel of(ModelFile file) {
        byte[] onnx = file.bytes();
        OnnxScorer scorer = OnnxScorer.open(onnx);
        String quantiles = scorer.trainer().get(AnomalyTraining.QUANTILES);
        if (quantiles == null) {
            scorer.close();
            throw new IllegalArgumentException(
                    "%s says nothing of its scores' quantiles: was it made by ./copilot train anomaly?"
                            .formatted(file));
        }
        float[] everyday = scorer.baseline()
                .orElseGet(() -> new float[scorer.featureNames().size()]);
        return new ForestModel(onnx, scorer, Percentiles.read(quantiles), everyday);
    }

    /// The one that comes with the product; see `docs/models/anomaly.md`.
    public static ForestModel shipped() {
        try (InputStream in = ForestModel.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the class path");
            }
            return of(new ModelFile(in.readAllBytes(), "{}"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    /// In the order of a row's values.
    public List<String> featureNames() {
        return scorer.featureNames();
    }

    @Override
    public float[] score(float[][] rows) {
        float[] raw = scorer.score(rows);
        for (int i = 0; i < raw.length; i++) {
            raw[i] = percentiles.of(raw[i]);
        }
        return raw;
    }

    @Override
    public List<Contribution> explain(float[] row) {
        return Contributions.byOcclusion(scorer, row, everyday);
    }

    /// How far these rows have moved from those it was fitted on.
    ///
    /// @throws IllegalStateException if it was fitted on the data at hand, and not read from a file
    public Drift drift(float[][] rows) {
        String spread = scorer.trainer().get(AnomalyTraining.SPREAD);
        String scores = scorer.trainer().get(AnomalyTraining.SCORE_SPREAD);
        if (spread == null || scores == null) {
            throw new IllegalStateException("this model does not know how its training rows were spread");
        }
        List<Drift.Moved> moved = new ArrayList<>();
        if (rows.length > 0) {
            String[] features = spread.split("\n");
            for (int f = 0; f < features.length; f++) {
                double index = Reference.read(features[f]).stabilityIndex(AnomalyTraining.column(rows, f));
                moved.add(new Drift.Moved(featureNames().get(f), index));
            }
            moved.add(new Drift.Moved(Drift.SCORE, Reference.read(scores).stabilityIndex(scorer.score(rows))));
        }
        return new Drift(rows.length, moved);
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
