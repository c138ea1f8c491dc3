package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Bm25;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.PassageStore.Ranked;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.Fusion.Fused;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import dev.analystcopilot.knowledge.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds passages by words and by meaning. While passages still wait for their vectors it finds those by words alone.
/// Thread-safe.
public final class KnowledgeSearch {
    /// The values that the literature starts from (Robertson & Zaragoza 2009).
    private static final Bm25 BM25 = new Bm25(1.2, 0.75);

    /// How deep each list goes before they are fused.
    private static final int DEPTH = 50;

    private final PassageStore store;
    private final Embedders embedders;
    private final LanguageDetector languages = new LanguageDetector();
    private final Tokens tokens = new Tokens();

    public KnowledgeSearch(Database database, Embedders embedders) {
        this.store = database.passages();
        this.embedders = embedders;
    }

    /// The best first; none for a blank question.
    public List<PassageHit> search(Scope scope, KnowledgeQuery query) {
        // 1. Analyse
        Map<String, Integer> terms = tokens.counts(query.text());
        Language language = query.language().orElseGet(() -> languages.detect(query.text()));
        int depth = Math.max(DEPTH, query.top());
        // 2. By words
        List<Ranked> lexical = store.lexical(scope, language, terms, query.kinds(), depth, BM25);
        // 3. By meaning
        List<Ranked> dense = query.text().isEmpty() ? List.of() : dense(scope, query, language, depth);
        // 4. Fuse
        List<Fused> fused = Fusion.fuse(List.of(ids(lexical), ids(dense)), query.top());
        return hits(scope, fused, lexical, dense);
    }

    private List<Ranked> dense(Scope scope, KnowledgeQuery query, Language language, int depth) {
        TextEmbedder embedder = embedders.of(language);
        // Loading a model and embedding a question are for nothing where there is nothing to compare with.
        return store.hasVectors(scope, embedder.model())
                ? store.dense(scope, embedder.model(), embedder.embedQuery(query.text()), query.kinds(), depth)
                : List.of();
    }

    private List<PassageHit> hits(Scope scope, List<Fused> fused, List<Ranked> lexical, List<Ranked> dense) {
        Map<String, Passage> passages = store
                .find(scope, fused.stream().map(Fused::id).toList())
                .stream()
                .collect(Collectors.toMap(Passage::id, Function.identity()));
        var hits = new ArrayList<PassageHit>();
        for (Fused one : fused) {
            // A passage may have gone since it was found.
            Optional.ofNullable(passages.get(one.id()))
                    .ifPresent(passage -> hits.add(hit(passage, one.score(), why(one.id(), lexical, dense))));
        }
        return List.copyOf(hits);
    }

    private static Why why(String id, List<Ranked> lexical, List<Ranked> dense) {
        Optional<Integer> lexicalRank = rank(id, lexical);
        Optional<Integer> denseRank = rank(id, dense);
        return new Why(
                lexicalRank.map(rank -> lexical.get(rank - 1).matched()).orElseGet(List::of),
                lexicalRank,
                denseRank,
                denseRank.map(rank -> dense.get(rank - 1).score()));
    }

    private static Optional<Integer> rank(String id, List<Ranked> list) {
        int index = ids(list).indexOf(id);
        return index < 0 ? Optional.empty() : Optional.of(index + 1);
    }

    private static List<String> ids(List<Ranked> list) {
        return list.stream().map(Ranked::passageId).toList();
    }

    private static PassageHit hit(Passage passage, double score, Why why) {
        return new PassageHit(
                passage.id(),
                passage.documentId(),
                passage.ref(),
                passage.kind(),
                passage.title(),
                passage.heading(),
                passage.text(),
                passage.language(),
                passage.techniques(),
                score,
                why);
    }
}
