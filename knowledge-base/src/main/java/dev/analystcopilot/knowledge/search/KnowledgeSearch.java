package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.embeddings.text.Vector;
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

    /// So much more relevant must a passage be that the asker reads in a foreign language.
    private static final double FOREIGN_MUST_EXCEED_BY = 0.1;

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

    /// A passage with what the search that found it thinks of it.
    private record Scored(Analysis analysis, Group group, Candidate candidate, double score, double relevance) {}

    /// The best first; none for a blank question. Hits that do not [PassageHit#fits] are there all the same.
    ///
    /// Unless the query says in which language to look, it looks in both: a document of the other language
    /// joins where it is the more relevant one and has no version in the question's own.
    public List<PassageHit> search(Scope scope, KnowledgeQuery query) {
        Language asked = analyser.language(query.text());
        List<Scored> order;
        if (query.language().isPresent()) {
            order = ranked(scope, query, asked, query.language().get());
        } else {
            List<Scored> own =
                    shelves.any(scope, asked, query.kinds()) ? ranked(scope, query, asked, asked) : List.of();
            List<Scored> foreign = shelves.any(scope, asked.other(), query.kinds())
                    ? untranslated(scope, asked, ranked(scope, query, asked, asked.other()))
                    : List.of();
            order = merged(own, foreign);
        }
        // 6. Cite
        return chosen(order, query).stream().map(KnowledgeSearch::hit).toList();
    }

    /// The vector that a question is searched with in its own language: computed once, for this search and for whoever
    /// compares the question with something else.
    public Vector meaning(String question, Language language) {
        return dense.meaning(question.strip(), language);
    }

    /// What search ranks in one language, in no order: for learning weights.
    public List<Candidate> candidates(Scope scope, KnowledgeQuery query) {
        Language asked = analyser.language(query.text());
        Language wanted = query.language().orElse(asked);
        return candidates(scope, query, analyse(scope, query, asked, wanted));
    }

    private List<Scored> ranked(Scope scope, KnowledgeQuery query, Language asked, Language wanted) {
        Analysis analysis = analyse(scope, query, asked, wanted);
        Group group = Group.of(analysis);
        return candidates(scope, query, analysis).stream()
                .map(candidate -> new Scored(
                        analysis,
                        group,
                        candidate,
                        weights.score(group, candidate.features()),
                        relevance.of(group, candidate)))
                .sorted(Comparator.comparing(
                                (Scored scored) -> !scored.candidate().named())
                        .thenComparing(Comparator.comparingDouble(Scored::score).reversed())
                        .thenComparing(scored -> scored.candidate().passage().id()))
                .toList();
    }

    /// Without the documents that the asker can read in the language of the question.
    private List<Scored> untranslated(Scope scope, Language asked, List<Scored> foreign) {
        Set<String> translated = store.translated(
                scope,
                foreign.stream()
                        .map(scored -> scored.candidate().passage().documentId())
                        .distinct()
                        .toList(),
                asked);
        return foreign.stream()
                .filter(scored ->
                        !translated.contains(scored.candidate().passage().documentId()))
                .toList();
    }

    /// Each list keeps its order; the next one comes from the list whose next passage is the more relevant one.
    /// Scores of two languages do not compare, relevance does.
    private static List<Scored> merged(List<Scored> own, List<Scored> foreign) {
        var order = new ArrayList<Scored>(own.size() + foreign.size());
        int mine = 0;
        int theirs = 0;
        while (mine < own.size() && theirs < foreign.size()) {
            order.add(
                    own.get(mine).relevance() + FOREIGN_MUST_EXCEED_BY
                                    >= foreign.get(theirs).relevance()
                            ? own.get(mine++)
                            : foreign.get(theirs++));
        }
        order.addAll(own.subList(mine, own.size()));
        order.addAll(foreign.subList(theirs, foreign.size()));
        return order;
    }

    // 1. Analyse
    private Analysis analyse(Scope scope, KnowledgeQuery query, Language asked, Language wanted) {
        return analyser.analyse(query.text(), asked, wanted).naming(actors.in(query.text(), scope, query.kinds()));
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
        Set<String> taken = new HashSet<>();
        var chosen = new ArrayList<Scored>();
        for (Scored scored : order) {
            Passage passage = scored.candidate().passage();
            if (chosen.size() < query.top()
                    && taken.add(query.onePerDocument() ? passage.documentId() : passage.id())) {
                chosen.add(scored);
            }
        }
        return List.copyOf(chosen);
    }

    private static PassageHit hit(Scored scored) {
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
                scored.relevance(),
                Explanation.why(scored.analysis(), scored.candidate()));
    }
}
