package dev.analystcopilot.embeddings.score;

import java.util.List;

/// Gives each row of features one score.
public interface Scorer {
    /// The features' names, in the order of a row's values.
    List<String> featureNames();

    /// One score per row, in order.
    ///
    /// @throws IllegalArgumentException if a row has another length or a value that is not finite
    float[] score(float[][] rows);
}
