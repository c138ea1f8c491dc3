package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import java.util.LinkedHashMap;
import java.util.Map;

/// Questions come again: in the next tool call, from the next analyst. The vectors of the last ones, by model and text.
/// Thread-safe.
final class QueryVectors {
    private static final int KEPT = 2_000;
    private static final float LOAD = 0.75f;

    private record Key(String model, String text) {}

    private final Map<Key, Vector> kept = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Vector> eldest) {
            return size() > KEPT;
        }
    };

    /// Two threads that ask for the same text at once both embed it: cheaper than making others wait.
    Vector of(TextEmbedder embedder, String text) {
        var key = new Key(embedder.model(), text);
        Vector known;
        synchronized (kept) {
            known = kept.get(key);
        }
        if (known != null) {
            return known;
        }
        Vector fresh = embedder.embedQuery(text);
        synchronized (kept) {
            kept.put(key, fresh);
        }
        return fresh;
    }
}
