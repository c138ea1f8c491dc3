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

/// The technique pages of the scopes that asked last, read again when what is stored has changed. Reading takes about
/// two seconds for ATT&CK. Thread-safe.
final class PagesOfScopes {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int KEPT = 4;
    private static final float LOAD = 0.75f;

    private record Kept(Instant looked, String state, long vectors, TechniquePages pages) {}

    private final PassageStore store;
    private final String model;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Map<Scope, Kept> kept = new LinkedHashMap<>(KEPT, LOAD, true);

    PagesOfScopes(PassageStore store, String model, Tokens tokens, InstantSource clock) {
        this.store = store;
        this.model = model;
        this.tokens = tokens;
        this.clock = clock;
    }

    synchronized TechniquePages of(Scope scope) {
        Instant now = clock.instant();
        Kept known = kept.get(scope);
        if (known != null && known.looked().plus(FRESH).isAfter(now)) {
            return known.pages();
        }
        String state = store.state(scope, TechniquePages.TECHNIQUE);
        Map<String, Vector> vectors = store.vectors(scope, model, TechniquePages.TECHNIQUE);
        TechniquePages pages = known != null && known.state().equals(state) && known.vectors() == vectors.size()
                ? known.pages()
                : read(scope, vectors);
        kept.put(scope, new Kept(now, state, vectors.size(), pages));
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return pages;
    }

    private TechniquePages read(Scope scope, Map<String, Vector> vectors) {
        List<Passage> passages =
                store.ofKinds(scope, Set.of(TechniquePages.TECHNIQUE, TechniquePages.PROCEDURE), Language.EN);
        return TechniquePages.of(passages, vectors, tokens);
    }
}
