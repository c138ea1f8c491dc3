package dev.analystcopilot.eval.technique;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.metric.Ranking;
import dev.analystcopilot.eval.peer.LucenePeer;
import dev.analystcopilot.eval.retrieval.Query;
import dev.analystcopilot.eval.retrieval.QuerySets;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.knowledge.technique.TechniqueMapper;
import dev.analystcopilot.knowledge.technique.TechniqueMatch;
import dev.analystcopilot.knowledge.text.Embedders;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Questions whose answer is one ATT&CK page: found among all pages, and, where it is a technique's, among techniques.
final class AttackPages {
    private static final int TOP = 10;
    private static final Vector NO_VECTOR = Vector.of(new float[] {1});

    private final Database database;
    private final KnowledgeSearch search;
    private final TechniqueMapper mapper;
    private final Scope scope;

    AttackPages(Database database, Embedders embedders, TechniqueMapper mapper, Scope scope) {
        this.database = database;
        this.search = new KnowledgeSearch(database, embedders);
        this.mapper = mapper;
        this.scope = scope;
    }

    /// One for the half that weights were learnt on, one for the other.
    List<ResultTable> tables() {
        return List.of(table("question → page, dev", 1), table("question → page, test", 0));
    }

    private ResultTable table(String title, int half) {
        List<Query> queries = QuerySets.attackPages().stream()
                .filter(query -> number(query) % 2 == half)
                .toList();
        var rows = new ArrayList<Row>();
        try (LucenePeer lucene = TechniqueSuite.descriptions(database, scope)) {
            for (String language : List.of("en", "zh")) {
                Predicate<Query> asked = query -> query.id().startsWith("page-" + language);
                List<Query> all = queries.stream().filter(asked).toList();
                List<Query> techniques =
                        all.stream().filter(AttackPages::ofTechnique).toList();
                rows.add(row(language + ", all pages: search", all, this::found));
                rows.add(row(language + ", techniques: search", techniques, this::found));
                rows.add(row(language + ", techniques: mapper", techniques, this::mapped));
                rows.add(row(
                        language + ", techniques: Lucene BM25 over descriptions",
                        techniques,
                        query -> lucene.search(query.text(), NO_VECTOR, TOP)));
            }
        }
        return new ResultTable(title, rows);
    }

    private static int number(Query query) {
        return Integer.parseInt(query.id().substring(query.id().lastIndexOf('-') + 1));
    }

    private static boolean ofTechnique(Query query) {
        return query.relevant().keySet().stream().allMatch(ref -> ref.matches("T\\d.*"));
    }

    private static Row row(String name, List<Query> queries, Function<Query, List<String>> answers) {
        return new Row(
                name,
                Ranking.mean(queries.stream()
                        .map(query -> Ranking.scores(answers.apply(query), query.relevant()))
                        .toList()));
    }

    private List<String> found(Query query) {
        return search.search(scope, KnowledgeQuery.of(query.text(), TOP)).stream()
                .map(PassageHit::ref)
                .distinct()
                .toList();
    }

    private List<String> mapped(Query query) {
        return mapper.map(scope, query.text(), TOP).stream()
                .map(TechniqueMatch::id)
                .toList();
    }
}
