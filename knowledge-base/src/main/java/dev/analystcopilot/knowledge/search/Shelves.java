package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Shelf;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// How many passages there are of each kind and language for whom. Counted at most every few seconds for each tenant
/// and
/// audience: the planner needs orders of magnitude. Thread-safe.
final class Shelves {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final int MOST_SCOPES = 1_000;

    private record Counted(Instant when, List<Shelf> shelves) {}

    private final PassageStore store;
    private final InstantSource clock;
    private final Map<Scope, Counted> counted = new ConcurrentHashMap<>();

    Shelves(PassageStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Shelf> of(Scope scope) {
        Instant now = clock.instant();
        Counted known = counted.get(scope);
        if (known != null && known.when().plus(FRESH).isAfter(now)) {
            return known.shelves();
        }
        List<Shelf> shelves = store.shelves(scope);
        if (counted.size() >= MOST_SCOPES) {
            counted.clear();
        }
        counted.put(scope, new Counted(now, shelves));
        return shelves;
    }

    /// How many of the vectors of a language a search among `kinds` has to look at; all kinds if empty.
    long vectors(Scope scope, Language language, Set<String> kinds) {
        return of(scope).stream()
                .filter(shelf -> shelf.language() == language)
                .filter(shelf -> kinds.isEmpty() || kinds.contains(shelf.kind()))
                .mapToLong(Shelf::vectors)
                .sum();
    }

    /// Whether there is anything of these kinds in a language.
    boolean any(Scope scope, Language language, Set<String> kinds) {
        return of(scope).stream()
                .anyMatch(shelf -> shelf.language() == language && (kinds.isEmpty() || kinds.contains(shelf.kind())));
    }
}
