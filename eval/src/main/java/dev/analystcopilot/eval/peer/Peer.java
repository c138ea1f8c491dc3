package dev.analystcopilot.eval.peer;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.List;

/// Something that finds passages.
public interface Peer extends AutoCloseable {
    String name();

    /// Ids of passages, the best first.
    List<String> search(String question, Vector vector, int top);

    @Override
    default void close() {
        // Most hold nothing.
    }
}
