package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.PassageStore.Shelf;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.staff.AskedDocument.Way;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An index for each tenant and language, made again when documents change. What was embedded once stays so, and what
/// ships comes with its vectors. Thread-safe.
final class AskedIndexes {
    private static final int MOST_SCOPES = 50;
    private static final int AT_ONCE = 64;
    private static final int MOST_WAYS = 6_000;
    private static final String GLOSSARY = "glossary";

    private final PassageStore store;
    private final Embedders embedders;
    private final Tokens tokens;
    private final Map<Language, Map<String, List<String>>> asked = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Vector>> vectors = new EnumMap<>(Language.class);
    private final Map<Key, Built> built = new ConcurrentHashMap<>();
    private final Map<Key, Named> named = new ConcurrentHashMap<>();
    private final ReentrantLock building = new ReentrantLock();

    AskedIndexes(PassageStore store, Embedders embedders, Tokens tokens) {
        this.store = store;
        this.embedders = embedders;
        this.tokens = tokens;
        for (Language language : Language.values()) {
            asked.put(language, AskedTexts.shipped(language));
            vectors.put(
                    language,
                    new ConcurrentHashMap<>(
                            ShippedVectors.of(embedders.of(language).model())));
        }
    }

    private record Key(Scope scope, Language language) {}

    private record Built(String state, AskedIndex index) {}

    /// Whether there are documents in the other language only, so that it is worth looking there.
    boolean knowsForeign(Scope scope, Language own) {
        return !names(scope, own).containsAll(names(scope, own.other()));
    }

    private record Named(String state, Set<String> names) {}

    private Set<String> names(Scope scope, Language language) {
        Set<String> kinds = kinds(scope, language);
        String state = state(scope, kinds);
        var key = new Key(scope, language);
        Named known = named.get(key);
        if (known != null && known.state().equals(state)) {
            return known.names();
        }
        Set<String> names = store.ofKinds(scope, kinds, language).stream()
                .map(passage -> passage.kind() + "/" + passage.ref())
                .collect(Collectors.toUnmodifiableSet());
        if (named.size() >= MOST_SCOPES) {
            named.clear();
        }
        named.put(key, new Named(state, names));
        return names;
    }

    private Set<String> kinds(Scope scope, Language language) {
        return store.shelves(scope).stream()
                .filter(shelf -> shelf.language() == language)
                .map(Shelf::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String state(Scope scope, Set<String> kinds) {
        return kinds.stream().map(kind -> kind + store.state(scope, kind)).collect(Collectors.joining(" "));
    }

    AskedIndex of(Scope scope, Language language) {
        Set<String> kinds = kinds(scope, language);
        String state = state(scope, kinds);
        var key = new Key(scope, language);
        Built known = built.get(key);
        if (known != null && known.state().equals(state)) {
            return known.index();
        }
        // One at a time: all who ask first would otherwise make the same index beside each other.
        building.lock();
        try {
            Built meanwhile = built.get(key);
            if (meanwhile != null && meanwhile.state().equals(state)) {
                return meanwhile.index();
            }
            var index = new AskedIndex(documents(scope, language, kinds), outside(language));
            if (built.size() >= MOST_SCOPES) {
                built.clear();
            }
            built.put(key, new Built(state, index));
            return index;
        } finally {
            building.unlock();
        }
    }

    /// Everything that is embedded for a scope, by text.
    Map<String, Vector> meanings(Scope scope, Language language) {
        AskedIndex ready = of(scope, language);
        Map<String, Vector> known = vectors.getOrDefault(language, Map.of());
        return ready.size() == 0 ? Map.of() : Map.copyOf(known);
    }

    private List<AskedDocument> documents(Scope scope, Language language, Set<String> kinds) {
        Map<String, List<Passage>> byDocument = new LinkedHashMap<>();
        for (Passage passage : store.ofKinds(scope, kinds, language)) {
            byDocument
                    .computeIfAbsent(passage.documentId(), id -> new ArrayList<>())
                    .add(passage);
        }
        Map<String, Set<String>> ways = new LinkedHashMap<>();
        int all = 0;
        for (var entry : byDocument.entrySet()) {
            Set<String> own = ways(entry.getValue(), language);
            all += own.size();
            if (all <= MOST_WAYS) {
                ways.put(entry.getKey(), own);
            }
        }
        Map<String, Vector> meanings = meanings(language, ways);
        return ways.entrySet().stream()
                .map(entry -> document(byDocument.getOrDefault(entry.getKey(), List.of()), entry.getValue(), meanings))
                .toList();
    }

    private List<Way> outside(Language language) {
        List<String> texts = AskedTexts.outside(language);
        Map<String, Vector> meanings = meanings(language, Map.of("", new LinkedHashSet<>(texts)));
        return texts.stream().flatMap(text -> way(text, meanings)).toList();
    }

    /// None for a text that could not be embedded.
    private Stream<Way> way(String text, Map<String, Vector> meanings) {
        return Stream.ofNullable(meanings.get(text)).map(vector -> asked(text, vector));
    }

    /// A question in the form in which it is compared.
    Way asked(String text, Vector vector) {
        return new Way(text, new HashSet<>(tokens.of(text)), Pieces.of(text), vector);
    }

    private Set<String> ways(List<Passage> passages, Language language) {
        Passage first = passages.getFirst();
        var ways = new LinkedHashSet<String>();
        if (first.kind().equals(GLOSSARY)) {
            passages.forEach(passage -> ways.add(passage.heading()));
            ways.remove("");
            return ways;
        }
        ways.add(first.title());
        passages.forEach(passage -> passage.context().lines().map(String::strip).forEach(ways::add));
        if (first.documentId().startsWith("staff/")) {
            ways.addAll(asked.getOrDefault(language, Map.of()).getOrDefault(first.ref(), List.of()));
        }
        ways.remove("");
        return ways;
    }

    private Map<String, Vector> meanings(Language language, Map<String, Set<String>> ways) {
        Map<String, Vector> known = vectors.getOrDefault(language, new HashMap<>());
        List<String> missing = ways.values().stream()
                .flatMap(Set::stream)
                .distinct()
                .filter(text -> !known.containsKey(text))
                .toList();
        TextEmbedder embedder = embedders.of(language);
        // In portions: who runs out of time leaves something for the next one.
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            List<String> portion = missing.subList(from, Math.min(from + AT_ONCE, missing.size()));
            List<Vector> embedded = embedder.embed(portion);
            for (int i = 0; i < portion.size(); i++) {
                known.put(portion.get(i), embedded.get(i));
            }
        }
        return known;
    }

    private AskedDocument document(List<Passage> passages, Set<String> ways, Map<String, Vector> meanings) {
        Passage first = passages.getFirst();
        var words = new HashSet<String>();
        passages.forEach(passage -> words.addAll(tokens.of(passage.heading() + "\n" + passage.text())));
        return new AskedDocument(
                first.documentId(),
                first.ref(),
                first.kind(),
                first.title(),
                words,
                ways.stream().flatMap(text -> way(text, meanings)).toList());
    }
}
