package dev.analystcopilot.embeddings.text;

import java.util.List;

/// Turns texts into vectors whose cosine says how close they are in meaning. Safe for use by several threads.
///
/// A text has one vector, however it is batched: to cosine 0.99999 or better. Texts longer than the model's window are
/// read from their beginning only.
public interface TextEmbedder extends AutoCloseable {
    /// The model's name with its version, such as `bge-small-en-v1.5`: vectors of different models do not compare.
    String model();

    int dimension();

    /// One vector per text, in the order given. Blank texts are allowed and share one vector.
    ///
    /// @throws dev.analystcopilot.embeddings.onnx.ModelException if the model cannot be loaded or run
    List<Vector> embed(List<String> texts);

    /// The vector to search with: as [#embed], with the instruction that the model expects before a question.
    Vector embedQuery(String question);

    /// Frees the model. Waits for calls under way; later calls fail.
    @Override
    void close();
}
