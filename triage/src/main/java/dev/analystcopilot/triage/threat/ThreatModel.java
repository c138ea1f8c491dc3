package dev.analystcopilot.triage.threat;

import dev.analystcopilot.embeddings.score.Contributions;
import dev.analystcopilot.embeddings.score.Contributions.Contribution;
import dev.analystcopilot.embeddings.score.OnnxScorer;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/// How likely each burst is part of an attack: boosted trees in ONNX, learnt from labelled networks, and one thing that
/// needs no learning: an even rhythm kept up for hours. Thread-safe.
public final class ThreatModel implements AutoCloseable {
    /// As models are stored.
    public static final String KIND = "threat";

    private static final String SHIPPED = "/triage/models/threat.onnx";

    /// What talks outwards for so long and so evenly is a machine that calls home, or one that carries data out.
    private static final Duration LEAST_BEACON = Duration.ofHours(1);

    private static final int LEAST_BEACON_ALERTS = 60;
    private static final double BEACON_REGULARITY = 0.6;
    private static final float BEACON = 0.9f;

    private final OnnxScorer scorer;

    private ThreatModel(OnnxScorer scorer) {
        if (!scorer.featureNames().equals(ThreatFeatures.NAMES)) {
            throw new IllegalArgumentException("the model of threat is made for other features: "
                    + scorer.featureNames() + ". Train it again with this version.");
        }
        this.scorer = scorer;
    }

    /// The one that comes with the product; see docs/models/threat.md.
    public static ThreatModel shipped() {
        try (InputStream in = ThreatModel.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is missing from the class path");
            }
            return new ThreatModel(OnnxScorer.open(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SHIPPED, e);
        }
    }

    public static ThreatModel of(ModelFile file) {
        return new ThreatModel(OnnxScorer.open(file.bytes()));
    }

    /// @param bursts all of a scope, in order of time
    /// @return for each its probability, 0–1
    public float[] threats(List<Burst> bursts, BurstFeatures unusual, WordMeanings words) {
        float[] threats = scorer.score(ThreatFeatures.rows(bursts, unusual, words));
        for (int i = 0; i < threats.length; i++) {
            if (callsHome(bursts.get(i), words)) {
                threats[i] = Math.max(threats[i], BEACON);
            }
        }
        return threats;
    }

    private static boolean callsHome(Burst burst, WordMeanings words) {
        return burst.size() >= LEAST_BEACON_ALERTS
                && burst.regularity() >= BEACON_REGULARITY
                && Duration.between(burst.first(), burst.last()).compareTo(LEAST_BEACON) >= 0
                && words.of(burst).phase() == WordMeaning.Phase.EXFILTRATION;
    }

    /// The features that made one row's threat, the weightiest first.
    public List<Contribution> explain(float[] row) {
        return Contributions.byOcclusion(
                scorer, row, scorer.baseline().orElseGet(() -> new float[ThreatFeatures.NAMES.size()]));
    }

    public String version() {
        return scorer.version();
    }

    @Override
    public void close() {
        scorer.close();
    }
}
