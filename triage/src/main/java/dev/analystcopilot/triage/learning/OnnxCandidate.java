package dev.analystcopilot.triage.learning;

import dev.analystcopilot.embeddings.score.OnnxScorer;

/// A model whose file says the probability of an attack itself.
public final class OnnxCandidate implements Candidate {
    private final byte[] onnx;
    private final OnnxScorer scorer;

    private OnnxCandidate(byte[] onnx) {
        this.onnx = onnx;
        this.scorer = OnnxScorer.open(onnx);
    }

    /// @throws dev.analystcopilot.embeddings.onnx.ModelException.Unreadable if it is no model
    public static OnnxCandidate of(byte[] onnx) {
        return new OnnxCandidate(onnx.clone());
    }

    @Override
    public float[] attack(float[][] rows) {
        return scorer.score(rows);
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
