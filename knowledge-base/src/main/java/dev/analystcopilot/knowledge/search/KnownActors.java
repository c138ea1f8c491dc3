package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.name.KnownName;
import dev.analystcopilot.knowledge.text.name.NameKind;
import dev.analystcopilot.knowledge.text.name.Names;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The pages of malware, tools and groups that a question names by any of their names. Whether pages have changed is
/// asked every few seconds at most. Thread-safe.
final class KnownActors {
    private static final List<String> KINDS = List.of("software", "group");
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int MOST_SCOPES = 100;

    /// A longer text is a report, in which a name is one thing among many.
    private static final int LONGEST_QUESTION = 200;

    private record Read(Instant when, String state, Names names, Map<String, String> refs) {}

    private final PassageStore store;
    private final InstantSource clock;
    private final Map<Scope, Read> read = new ConcurrentHashMap<>();

    KnownActors(PassageStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The ids of their pages, such as `S0002`.
    ///
    /// @param kinds among which documents are looked for; all if empty
    Set<String> in(String question, Scope scope, Set<String> kinds) {
        boolean wanted = kinds.isEmpty() || KINDS.stream().anyMatch(kinds::contains);
        if (!wanted || question.isBlank() || question.length() > LONGEST_QUESTION) {
            return Set.of();
        }
        Read known = of(scope);
        // A list of the product's own has names that ATT&CK does not have, Chinese ones mostly.
        return known.names().in(question).stream()
                .flatMap(match ->
                        Stream.ofNullable(known.refs().get(match.known().name().toLowerCase(Locale.ROOT))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Read of(Scope scope) {
        Instant now = clock.instant();
        Read before = read.get(scope);
        if (before != null && before.when().plus(FRESH).isAfter(now)) {
            return before;
        }
        String state = KINDS.stream().map(kind -> store.state(scope, kind)).collect(Collectors.joining(" "));
        Read fresh = before != null && before.state().equals(state)
                ? new Read(now, state, before.names(), before.refs())
                : read(scope, now, state);
        if (read.size() >= MOST_SCOPES) {
            read.clear();
        }
        read.put(scope, fresh);
        return fresh;
    }

    private Read read(Scope scope, Instant now, String state) {
        var pages = new LinkedHashMap<String, KnownName>();
        for (Passage page : store.ofKinds(scope, Set.copyOf(KINDS), Language.EN)) {
            NameKind kind = page.kind().equals("group") ? NameKind.GROUP : NameKind.TOOL;
            pages.putIfAbsent(page.ref(), new KnownName(kind, page.ref(), page.title(), aliases(page)));
        }
        var refs = new LinkedHashMap<String, String>();
        pages.values().forEach(page -> refs.putIfAbsent(page.name().toLowerCase(Locale.ROOT), page.ref()));
        return new Read(now, state, Names.with(pages.values()), Map.copyOf(refs));
    }

    /// The first passage of a page is found by its other names, too.
    private static List<String> aliases(Passage page) {
        return Arrays.stream(page.context().split(", "))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }
}
