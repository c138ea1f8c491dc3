package dev.analystcopilot.knowledge.technique;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What ranks the techniques of the scopes that asked last, made anew when what is stored has changed. Thread-safe.
final class PagesOfScopes {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int KEPT = 4;
    private static final float LOAD = 0.75f;

    private record Kept(Instant looked, String state, long vectors, Ranker ranker) {}

    private final PassageStore store;
    private final String model;
    private final Tokens tokens;
    private final Function<TechniquePages, Ranker> rankers;
    private final InstantSource clock;
    private final Map<Scope, Kept> kept = new LinkedHashMap<>(KEPT, LOAD, true);

    PagesOfScopes(
            PassageStore store,
            String model,
            Tokens tokens,
            Function<TechniquePages, Ranker> rankers,
            InstantSource clock) {
        this.store = store;
        this.model = model;
        this.tokens = tokens;
        this.rankers = rankers;
        this.clock = clock;
    }

    synchronized Ranker of(Scope scope) {
        Instant now = clock.instant();
        Kept known = kept.get(scope);
        if (known != null && known.looked().plus(FRESH).isAfter(now)) {
            return known.ranker();
        }
        String state = store.state(scope, TechniquePages.TECHNIQUE);
        long vectors = vectors(scope);
        Ranker ranker = known != null && known.state().equals(state) && known.vectors() == vectors
                ? known.ranker()
                : rankers.apply(read(scope));
        kept.put(scope, new Kept(now, state, vectors, ranker));
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return ranker;
    }

    private long vectors(Scope scope) {
        return store.shelves(scope).stream()
                .filter(shelf -> shelf.language() == Language.EN && shelf.kind().equals(TechniquePages.TECHNIQUE))
                .mapToLong(PassageStore.Shelf::vectors)
                .sum();
    }

    private TechniquePages read(Scope scope) {
        Map<String, Vector> vectors = store.vectors(scope, model, TechniquePages.TECHNIQUE);
        List<Passage> passages =
                store.ofKinds(scope, Set.of(TechniquePages.TECHNIQUE, TechniquePages.PROCEDURE), Language.EN);
        return TechniquePages.of(passages, vectors, tokens);
    }
}
