package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Bm25;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.PassageStore.Ranked;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.Fusion.Fused;
import dev.analystcopilot.knowledge.search.Weights.Group;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import dev.analystcopilot.knowledge.text.glossary.CrossLingual;
import dev.analystcopilot.knowledge.text.glossary.Glossary;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds passages in stages: analyse, dense, lexical, fuse, rerank, cite. While passages still wait for their vectors
/// it
/// finds those by words alone. Thread-safe.
public final class KnowledgeSearch {
    /// The values that the literature starts from (Robertson & Zaragoza 2009).
    private static final Bm25 BM25 = new Bm25(1.2, 0.75);

    /// How deep each list goes before they are fused.
    private static final int DEPTH = 50;

    private final PassageStore store;
    private final Shelves shelves;
    private final QuestionAnalyser analyser;
    private final KnownActors actors;
    private final DenseSearch dense;
    private final Reranking reranking;
    private final Weights weights;
    private final Relevance relevance = Relevance.shipped();

    public KnowledgeSearch(Database database, Embedders embedders) {
        this(database, embedders, Weights.shipped());
    }

    /// With other weights than the product's, for trials.
    public KnowledgeSearch(Database database, Embedders embedders, Weights weights) {
        var tokens = new Tokens();
        this.store = database.passages();
        this.shelves = new Shelves(store, InstantSource.system());
        this.analyser = new QuestionAnalyser(tokens, new CrossLingual(Glossary.shipped(), tokens));
        this.actors = new KnownActors(store, InstantSource.system());
        this.dense = new DenseSearch(store, embedders, shelves);
        this.reranking = new Reranking(tokens);
        this.weights = weights;
    }

    private record Scored(Candidate candidate, double score) {}

    /// The best first; none for a blank question. Hits that do not [PassageHit#fits] are there all the same.
    public List<PassageHit> search(Scope scope, KnowledgeQuery query) {
        Analysis analysis = analyse(scope, query);
        Group group = Group.of(analysis);
        List<Scored> order = candidates(scope, query, analysis).stream()
                .map(candidate -> new Scored(candidate, weights.score(group, candidate.features())))
                .sorted(Comparator.comparing(
                                (Scored scored) -> !scored.candidate().named())
                        .thenComparing(Comparator.comparingDouble(Scored::score).reversed())
                        .thenComparing(scored -> scored.candidate().passage().id()))
                .toList();
        // 6. Cite
        return chosen(order, query).stream()
                .map(scored -> hit(analysis, group, scored))
                .toList();
    }

    /// What search ranks, in no order: for learning weights.
    public List<Candidate> candidates(Scope scope, KnowledgeQuery query) {
        return candidates(scope, query, analyse(scope, query));
    }

    // 1. Analyse
    private Analysis analyse(Scope scope, KnowledgeQuery query) {
        Language asked = analyser.language(query.text());
        Language wanted = query.language().orElseGet(() -> wanted(scope, query.kinds(), asked));
        return analyser.analyse(query.text(), asked, wanted).naming(actors.in(query.text(), scope, query.kinds()));
    }

    private Language wanted(Scope scope, Set<String> kinds, Language asked) {
        Language other = asked == Language.EN ? Language.ZH : Language.EN;
        return !shelves.any(scope, asked, kinds) && shelves.any(scope, other, kinds) ? other : asked;
    }

    private List<Candidate> candidates(Scope scope, KnowledgeQuery query, Analysis analysis) {
        if (query.text().isEmpty()) {
            return List.of();
        }
        int depth = Math.max(DEPTH, query.top());
        // 2. By meaning
        List<Ranked> near = dense.search(scope, analysis, query.kinds(), depth);
        // 3. By words
        List<Ranked> matching = store.lexical(scope, analysis.wanted(), analysis.terms(), query.kinds(), depth, BM25);
        // 4. Fuse
        List<Fused> fused = new ArrayList<>(Fusion.join(matching, near, analysis.wanted()));
        Map<String, Passage> passages = passages(scope, query, analysis, fused);
        // 5. Rerank
        return reranking.candidates(analysis, fused, passages);
    }

    /// The passages that were found, and those of documents that the question names, which join the list if need be.
    private Map<String, Passage> passages(Scope scope, KnowledgeQuery query, Analysis analysis, List<Fused> fused) {
        Map<String, Passage> passages = new LinkedHashMap<>();
        store.find(scope, fused.stream().map(Fused::id).toList())
                .forEach(passage -> passages.put(passage.id(), passage));
        if (!analysis.names().isEmpty()) {
            for (Passage named : store.named(scope, analysis.names(), query.kinds())) {
                if (passages.putIfAbsent(named.id(), named) == null) {
                    fused.add(Fused.unranked(named.id()));
                }
            }
        }
        return passages;
    }

    private static List<Scored> chosen(List<Scored> order, KnowledgeQuery query) {
        Set<String> documents = new HashSet<>();
        Set<Scored> chosen = new LinkedHashSet<>();
        for (Scored scored : order) {
            if (chosen.size() < query.top()
                    && (documents.add(scored.candidate().passage().documentId()) || !query.onePerDocument())) {
                chosen.add(scored);
            }
        }
        return List.copyOf(chosen);
    }

    private PassageHit hit(Analysis analysis, Group group, Scored scored) {
        Passage passage = scored.candidate().passage();
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
                scored.score(),
                relevance.of(group, scored.candidate()),
                Explanation.why(analysis, scored.candidate()));
    }
}
