package dev.analystcopilot.triage.anomaly;

import dev.analystcopilot.embeddings.score.Contributions.Contribution;
import java.util.List;

/// Scores feature rows by how unlike the rows of its training they are.
public interface AnomalyModel extends AutoCloseable {

    /// @param rows shape (n, features)
    /// @return n scores, 0 (everyday) to 1 (unlike nearly everything seen), as percentiles of the training rows
    float[] score(float[][] rows);

    /// The features that made one row's score, the weightiest first.
    List<Contribution> explain(float[] row);

    /// Names this model: a hash of its file.
    String version();

    /// The standard ONNX file that scores, before percentiles.
    byte[] onnx();

    @Override
    void close();
}
