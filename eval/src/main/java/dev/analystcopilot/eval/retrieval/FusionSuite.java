package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.retrieval.Logistic.Example;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.search.Candidate;
import dev.analystcopilot.knowledge.search.Feature;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.search.Weights.Group;
import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Learns what each feature counts for, and from when on a passage fits; says by cross-validation what that is worth.
/// Writes the file that the product ships, for a person to look at and move.
public final class FusionSuite implements Suite {
    private static final int FOLDS = 5;
    private static final int JUDGED = 3;
    private static final double FITS = 0.5;
    private static final Scope ANALYST = Scope.analyst("eval");
    private static final List<Feature> RELEVANCE = List.of(Feature.DENSE, Feature.WORDS, Feature.TITLE, Feature.BM25);
    private static final List<String> RELEVANCE_KEYS = List.of("bias", "dense", "words", "title", "bm25");

    @Override
    public String name() {
        return "fusion";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "learns the weights of the two searches and of the reranker, cross-validated";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        var rows = new ArrayList<Row>();
        var abstaining = new ArrayList<Row>();
        var file = new StringBuilder(
                "# Learnt by `./copilot eval fusion` on the queries in eval/src/main/resources/queries; "
                        + "see docs/results.md and ADR 0012.\n");
        try (Corpus corpus = Corpus.load(context);
                Corpus plain = Corpus.withoutQuestions(context)) {
            var search = new KnowledgeSearch(corpus.database(), corpus.embedders());
            var bare = new KnowledgeSearch(plain.database(), plain.embedders());
            for (Group group : Group.values()) {
                context.say("learning " + group);
                List<Pool> on = pools(search, ANALYST, group, true);
                List<Pool> off = pools(search, ANALYST, group, false);
                List<Pool> without = pools(bare, PlainKnowledge.SCOPE, group, true);
                Map<Feature, Double> weights = CoordinateAscent.learn(both(on, without));
                List<Map<Feature, Double>> held = IntStream.range(0, FOLDS)
                        .mapToObj(
                                fold -> CoordinateAscent.learn(both(fold(on, fold, false), fold(without, fold, false))))
                        .toList();
                rows.add(ranking(key(group), on, held, weights));
                rows.add(ranking(key(group) + ", no questions in documents", without, held, weights));
                abstaining.add(abstaining(group, on, off, weights));
                append(file, group, weights, Logistic.fit(examples(on, off, weights), RELEVANCE.size()));
            }
        }
        write(context.cache("fusion").resolve("weights.properties"), file.toString());
        return new SuiteResult(
                WHAT,
                List.of(new ResultTable("nDCG@10", rows), new ResultTable("abstaining, cross-validated", abstaining)),
                List.of("The weights go to build/eval-cache/fusion/weights.properties; the product's are in "
                        + "knowledge-base/src/main/resources/knowledge/search/weights.properties."));
    }

    private static List<Pool> both(List<Pool> some, List<Pool> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<Pool> pools(KnowledgeSearch search, Scope scope, Group group, boolean onTopic) {
        return switch (group) {
            case EN -> pools(search, scope, Language.EN, Language.EN, onTopic).toList();
            case ZH -> pools(search, scope, Language.ZH, Language.ZH, onTopic).toList();
            case CROSS ->
                Stream.concat(
                                pools(search, scope, Language.ZH, Language.EN, onTopic),
                                pools(search, scope, Language.EN, Language.ZH, onTopic))
                        .toList();
        };
    }

    private static Stream<Pool> pools(
            KnowledgeSearch search, Scope scope, Language asked, Language wanted, boolean onTopic) {
        Stream<Query> queries = onTopic
                ? QuerySets.own(asked).stream()
                : QuerySets.offTopic(asked).stream().map(text -> new Query(text, text, "", Map.of()));
        return queries.map(query -> new Pool(
                query,
                search.candidates(scope, new KnowledgeQuery(query.text(), Optional.of(wanted), Set.of(), 10, true))));
    }

    /// @param others what was learnt without each fold
    private static Row ranking(
            String name, List<Pool> pools, List<Map<Feature, Double>> others, Map<Feature, Double> weights) {
        double sum = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Pool> held = fold(pools, fold, true);
            sum += CoordinateAscent.mean(held, others.get(fold)) * held.size();
        }
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("n", Score.of((double) pools.size()));
        values.put("meaning alone", Score.of(CoordinateAscent.mean(pools, Map.of(Feature.DENSE, 1.0))));
        values.put("words alone", Score.of(CoordinateAscent.mean(pools, Map.of(Feature.LEXICAL, 1.0))));
        values.put(
                "reciprocal ranks",
                Score.of(CoordinateAscent.mean(pools, Map.of(Feature.DENSE_RANK, 1.0, Feature.LEXICAL_RANK, 1.0))));
        values.put("learnt, cross-validated", Score.of(sum / pools.size()));
        values.put("learnt, on itself", Score.of(CoordinateAscent.mean(pools, weights)));
        return new Row(name, values);
    }

    /// Every fifth question, or all others.
    private static List<Pool> fold(List<Pool> pools, int fold, boolean held) {
        return IntStream.range(0, pools.size())
                .filter(i -> (i % FOLDS == fold) == held)
                .mapToObj(pools::get)
                .toList();
    }

    private static Row abstaining(Group group, List<Pool> on, List<Pool> off, Map<Feature, Double> weights) {
        double answered = 0;
        double right = 0;
        double refused = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Double> line =
                    Logistic.fit(examples(fold(on, fold, false), fold(off, fold, false), weights), RELEVANCE.size());
            for (Pool pool : fold(on, fold, true)) {
                boolean fits = fits(pool, weights, line);
                answered += fits ? 1 : 0;
                right += fits && pool.right(pool.ordered(weights).getFirst()) ? 1 : 0;
            }
            refused += fold(off, fold, true).stream()
                    .filter(pool -> !fits(pool, weights, line))
                    .count();
        }
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("answered", Score.of(answered / on.size()));
        values.put("first hit right where answered", Score.of(answered == 0 ? 0 : right / answered));
        values.put("off-topic n", Score.of((double) off.size()));
        values.put("off-topic refused", Score.of(refused / off.size()));
        return new Row(key(group), values);
    }

    private static boolean fits(Pool pool, Map<Feature, Double> weights, List<Double> line) {
        return pool.ordered(weights).stream()
                .limit(1)
                .anyMatch(candidate -> Logistic.probability(line, x(candidate)) >= FITS);
    }

    /// The first hits: the right ones of questions that are answered somewhere, and all of those that are not. A wrong
    /// hit
    /// of an answered question says nothing: it may well speak of the same topic.
    private static List<Example> examples(List<Pool> on, List<Pool> off, Map<Feature, Double> weights) {
        return Stream.concat(on.stream(), off.stream())
                .flatMap(pool -> pool.ordered(weights).stream()
                        .limit(JUDGED)
                        .filter(candidate -> pool.offTopic() || pool.right(candidate))
                        .map(candidate -> new Example(x(candidate), !pool.offTopic())))
                .toList();
    }

    private static List<Double> x(Candidate candidate) {
        return RELEVANCE.stream().map(candidate::feature).toList();
    }

    private static void append(StringBuilder file, Group group, Map<Feature, Double> weights, List<Double> relevance) {
        for (Feature feature : Feature.values()) {
            file.append("%s.%s=%s%n".formatted(key(group), feature.key(), weights.getOrDefault(feature, 0.0)));
        }
        for (int i = 0; i < RELEVANCE_KEYS.size(); i++) {
            file.append("%s.relevance.%s=%.3f%n".formatted(key(group), RELEVANCE_KEYS.get(i), relevance.get(i)));
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String key(Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    private static final String WHAT = """
            What the two searches and the reranker count for, learnt on our own questions (197 in each language; `cross` asks
            in the other language than the documents') over the shipped documents, once as they are and once without the
            `questions:` that they carry, which make the search by words stronger than it is elsewhere. One hit per document; mean nDCG@10 by coordinate ascent. Abstaining:
            a logistic regression on the first hits of these questions and of 50 in each language about something else.""";
}
