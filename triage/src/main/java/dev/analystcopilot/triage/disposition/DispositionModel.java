package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.embeddings.score.OnnxScorer;
import dev.analystcopilot.triage.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The learnt part of judging a case: boosted trees over [CaseFeatures], run through ONNX, and their
/// calibration. Safe for several threads.
public final class DispositionModel implements AutoCloseable {
    /// As model stores and folders name it.
    public static final String KIND = "disposition";

    private static final String RESOURCE = "/triage/models/disposition.onnx";
    /// Trees that never saw an exception are not therefore certain.
    private static final double SUREST = 8;

    private final OnnxScorer scorer;
    private final Calibration calibration;
    private final float[] ordinary;

    private DispositionModel(OnnxScorer scorer) {
        this.scorer = scorer;
        this.calibration = Calibration.of(scorer.trainer());
        this.ordinary = scorer.baseline().orElseGet(() -> new float[CaseFeatures.NAMES.size()]);
    }

    /// @throws dev.analystcopilot.embeddings.onnx.ModelException.Unreadable if it is no model
    /// @throws IllegalArgumentException if it is a model of other features
    public static DispositionModel open(byte[] onnx) {
        OnnxScorer scorer = OnnxScorer.open(onnx);
        if (!scorer.featureNames().equals(CaseFeatures.NAMES)) {
            scorer.close();
            throw new IllegalArgumentException(
                    "a model of other features than a case has: " + scorer.featureNames() + "; train it anew");
        }
        return new DispositionModel(scorer);
    }

    public static DispositionModel of(ModelFile file) {
        return open(file.bytes());
    }

    /// The one that ships with the product, opened.
    public static DispositionModel shipped() {
        return open(shippedFile().bytes());
    }

    /// The one that ships with the product.
    public static ModelFile shippedFile() {
        return new ModelFile(resource(RESOURCE), "{}");
    }

    private static byte[] resource(String name) {
        try (InputStream in = DispositionModel.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    /// Names the file: the first digits of its hash.
    public String version() {
        return scorer.version();
    }

    /// Calibrated probabilities of an attack by the learnt part alone, one for each row.
    public float[] attack(float[][] rows) {
        double[] logOdds = logOdds(rows);
        var probabilities = new float[logOdds.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) (1 / (1 + Math.exp(-logOdds[i])));
        }
        return probabilities;
    }

    /// Calibrated log-odds of an attack, one for each row.
    double[] logOdds(float[][] rows) {
        float[] probabilities = scorer.score(rows);
        var logOdds = new double[probabilities.length];
        for (int i = 0; i < logOdds.length; i++) {
            logOdds[i] = calibration.apply(raw(probabilities[i]));
        }
        return logOdds;
    }

    static double raw(float probability) {
        double logOdds = Math.log(probability / (1.0 - probability));
        return Math.clamp(logOdds, -SUREST, SUREST);
    }

    /// The log-odds of a row, and what each feature adds to it over its ordinary value.
    Explained explain(float[] row) {
        var rows = new float[row.length + 1][];
        rows[row.length] = row;
        for (int f = 0; f < row.length; f++) {
            rows[f] = row.clone();
            rows[f][f] = ordinary[f];
        }
        double[] logOdds = logOdds(rows);
        var adds = new double[row.length];
        for (int f = 0; f < row.length; f++) {
            adds[f] = logOdds[row.length] - logOdds[f];
        }
        return new Explained(logOdds[row.length], adds);
    }

    @Override
    public void close() {
        scorer.close();
    }
}
