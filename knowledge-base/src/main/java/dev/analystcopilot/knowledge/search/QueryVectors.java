package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.glossary.CrossQuery;
import dev.analystcopilot.knowledge.text.glossary.CrossVectors;
import java.util.LinkedHashMap;
import java.util.Map;

/// Questions come again: in the next tool call, from the next analyst. The vectors of the last ones, by text and
/// languages.
/// Thread-safe.
final class QueryVectors {
    private static final int KEPT = 2_000;
    private static final float LOAD = 0.75f;

    private record Key(Language from, Language to, String text) {}

    private final CrossVectors vectors;
    private final Map<Key, Vector> kept = new LinkedHashMap<>(16, LOAD, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Vector> eldest) {
            return size() > KEPT;
        }
    };

    QueryVectors(CrossVectors vectors) {
        this.vectors = vectors;
    }

    /// Two threads that ask for the same text at once both embed it: cheaper than making others wait.
    Vector of(String question, CrossQuery query) {
        var key = new Key(query.from(), query.to(), question);
        Vector known;
        synchronized (kept) {
            known = kept.get(key);
        }
        if (known != null) {
            return known;
        }
        Vector fresh = vectors.of(question, query);
        synchronized (kept) {
            kept.put(key, fresh);
        }
        return fresh;
    }
}
