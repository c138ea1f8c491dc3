package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Ranked;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import java.util.List;
import java.util.Set;

/// Stage 2: by meaning. Few candidates are all compared, which is exact; among many the index leads, which finds less
/// and less of what a filter leaves over: so what counts is how many rows the filter leaves. Thread-safe.
final class DenseSearch {
    /// Measured (ADR 0012): up to here comparing all takes a few milliseconds.
    static final long EXACT_UP_TO = 5_000;

    private final PassageStore store;
    private final Embedders embedders;
    private final Shelves shelves;
    private final QueryVectors vectors = new QueryVectors();

    DenseSearch(PassageStore store, Embedders embedders, Shelves shelves) {
        this.store = store;
        this.embedders = embedders;
        this.shelves = shelves;
    }

    /// None where nothing has a vector: then no model is loaded, either.
    List<Ranked> search(Scope scope, Analysis analysis, Set<String> kinds, int depth) {
        long candidates = shelves.vectors(scope, analysis.wanted(), kinds);
        if (candidates == 0 || analysis.meaning().isBlank()) {
            return List.of();
        }
        TextEmbedder embedder = embedders.of(analysis.wanted());
        return store.dense(
                scope,
                embedder.model(),
                vectors.of(embedder, analysis.meaning()),
                kinds,
                depth,
                candidates <= EXACT_UP_TO);
    }
}
