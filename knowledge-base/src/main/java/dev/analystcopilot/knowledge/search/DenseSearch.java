package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Ranked;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.glossary.CrossQuery;
import dev.analystcopilot.knowledge.text.glossary.CrossVectors;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Stage 2: by meaning. Few candidates are all compared, which is exact; among many the index leads, unless it would
/// pass
/// more rows of other kinds by than there are to compare. Thread-safe.
final class DenseSearch {
    /// Measured (ADR 0012): up to here comparing all takes a few milliseconds.
    static final long EXACT_UP_TO = 5_000;

    /// So many rows of all kinds are looked at for each one of the result, and more where a filter takes some away.
    private static final long CANDIDATES = 4;

    private final PassageStore store;
    private final Embedders embedders;
    private final Shelves shelves;
    private final QueryVectors vectors;

    DenseSearch(PassageStore store, Embedders embedders, Shelves shelves) {
        this.store = store;
        this.embedders = embedders;
        this.shelves = shelves;
        this.vectors = new QueryVectors(new CrossVectors(embedders));
    }

    /// None where nothing has a vector: then no model is loaded, either.
    List<Ranked> search(Scope scope, Analysis analysis, Set<String> kinds, int depth) {
        long candidates = shelves.vectors(scope, analysis.wanted(), kinds);
        if (candidates == 0 || analysis.question().isBlank()) {
            return List.of();
        }
        return store.dense(
                scope,
                embedders.of(analysis.wanted()).model(),
                vectors.of(analysis.question(), analysis.query()),
                kinds,
                depth,
                exact(candidates, shelves.vectors(scope, analysis.wanted(), Set.of()), depth));
    }

    Vector meaning(String question, Language language) {
        return vectors.of(question, new CrossQuery(language, language, Map.of(), "", 1));
    }

    static boolean exact(long candidates, long all, int depth) {
        return candidates <= EXACT_UP_TO || candidates <= CANDIDATES * depth * all / candidates;
    }
}
