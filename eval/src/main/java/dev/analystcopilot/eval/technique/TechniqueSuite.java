package dev.analystcopilot.eval.technique;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.metric.Ranking;
import dev.analystcopilot.eval.peer.LucenePeer;
import dev.analystcopilot.eval.peer.PeerPassage;
import dev.analystcopilot.eval.retrieval.CachedEmbedder;
import dev.analystcopilot.knowledge.document.PassageEmbedding;
import dev.analystcopilot.knowledge.embedded.ScratchDatabase;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.intake.KnowledgeImporter;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.technique.Arm;
import dev.analystcopilot.knowledge.technique.TechniqueMapper;
import dev.analystcopilot.knowledge.technique.TechniqueMatch;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Text → technique on TRAM's sentences and the expert-labelled sets, over all live techniques, with ATT&CK imported.
public final class TechniqueSuite implements Suite {
    private static final int TOP = 10;
    private static final int SAID_EVERY = 1_000;
    private static final int BATCH = 64;
    private static final Vector NO_VECTOR = Vector.of(new float[] {1});
    private static final List<String> SETS = List.of("tram", "expert_train", "expert_dev");

    /// @param grades 1 for each right technique
    private record Query(String id, String text, Map<String, Double> grades) {}

    @Override
    public String name() {
        return "technique";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "the right ATT&CK techniques for a text, each way to look for them alone and all together";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        Optional<Path> measure = context.measure();
        Optional<Path> shared = context.shared();
        if (measure.isEmpty() || shared.isEmpty()) {
            String reason = "needs ../shared and the inputs that make_dev.py builds (MEASURE)";
            var row = new Row("all together", Map.of("ndcg@10", Score.none(reason)));
            return new SuiteResult(what(), List.of(new ResultTable("text → technique", List.of(row))), List.of());
        }
        Scope scope = Scope.analyst("eval");
        try (var scratch = ScratchDatabase.create(context.environment(), context.root());
                Database database = Database.open(scratch.address());
                var english = new CachedEmbedder(BgeEmbedder.english(), context.cache("vectors"));
                var chinese = new CachedEmbedder(BgeEmbedder.chinese(), context.cache("vectors"));
                var mapper = new TechniqueMapper(database, new Embedders(english, chinese))) {
            var embedders = new Embedders(english, chinese);
            context.say("importing ATT&CK; its vectors take some minutes the first time");
            var _ = new KnowledgeImporter(database)
                    .importPath(
                            scope,
                            shared.get().resolve("data/knowledge/attack"),
                            ImportRequest.of("attack"),
                            ImportListener.none());
            new PassageEmbedding(database, embedders).embedUntilComplete(scope, progress(context));
            var tables = new ArrayList<ResultTable>();
            context.say("questions to pages");
            tables.addAll(new AttackPages(database, embedders, mapper, scope).tables());
            try (var lucene = descriptions(database, scope)) {
                for (String set : SETS) {
                    context.say(set);
                    tables.add(table(set, queries(measure.get(), set), mapper, scope, lucene));
                }
            }
            return new SuiteResult(what(), tables, notes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the sets", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while embedding", e);
        }
    }

    private static PassageEmbedding.Progress progress(SuiteContext context) {
        return (done, total) -> {
            if (done % SAID_EVERY < BATCH) {
                context.say("%d of %d passages embedded".formatted(done, total));
            }
        };
    }

    static LucenePeer descriptions(Database database, Scope scope) {
        Map<String, StringBuilder> pages = new HashMap<>();
        for (Passage passage : database.passages().ofKinds(scope, Set.of("technique"), Language.EN)) {
            if (passage.heading().equals("Description")) {
                pages.computeIfAbsent(passage.ref(), ref -> new StringBuilder(passage.title()))
                        .append('\n')
                        .append(passage.text());
            }
        }
        return new LucenePeer(
                Language.EN,
                pages.entrySet().stream()
                        .map(page ->
                                new PeerPassage(page.getKey(), page.getValue().toString(), NO_VECTOR))
                        .toList());
    }

    private static String what() {
        return "Sentences labelled with techniques, ranked over all 691 live techniques of ATT&CK 18.1; exact ids. The"
                + " shipped classifiers have seen none of them.";
    }

    private static List<String> notes() {
        return List.of(
                "Sentences that stand word for word in ATT&CK are left out, as the measuring rod does it.",
                "calibration error: of the first answer's confidence, ten equal bins.",
                "Questions to pages are our own (eval/src/main/resources/queries/attack-pages.jsonl). Weights for"
                        + " questions were learnt on those with odd numbers (dev); quote the even ones (test).");
    }

    private static ResultTable table(
            String set, List<Query> queries, TechniqueMapper mapper, Scope scope, LucenePeer lucene) {
        List<String> texts = queries.stream().map(Query::text).toList();
        var rows = new ArrayList<Row>();
        rows.add(new Row(
                "Lucene BM25 over descriptions",
                scores(
                        queries,
                        texts.stream()
                                .map(text -> lucene.search(text, NO_VECTOR, TOP))
                                .toList())));
        for (Arm arm : Arm.statements()) {
            rows.add(new Row(
                    arm.name().toLowerCase(Locale.ROOT) + " alone",
                    scores(queries, mapper.mapAll(scope, texts, TOP, arm))));
        }
        List<List<TechniqueMatch>> answers = mapper.mapAll(scope, texts, TOP);
        Map<String, Score> all = new HashMap<>(scores(
                queries,
                answers.stream()
                        .map(answer -> answer.stream().map(TechniqueMatch::id).toList())
                        .toList()));
        all.put("calibration error", Score.of(calibrationError(queries, answers)));
        rows.add(new Row("all together", all));
        return new ResultTable(set, rows);
    }

    private static Map<String, Score> scores(List<Query> queries, List<List<String>> answers) {
        var scores = new ArrayList<Map<String, Score>>();
        for (int i = 0; i < queries.size(); i++) {
            scores.add(Ranking.scores(answers.get(i), queries.get(i).grades()));
        }
        return Ranking.mean(scores);
    }

    private static double calibrationError(List<Query> queries, List<List<TechniqueMatch>> answers) {
        double[] difference = new double[TOP];
        int n = 0;
        for (int i = 0; i < queries.size(); i++) {
            if (!answers.get(i).isEmpty()) {
                TechniqueMatch first = answers.get(i).getFirst();
                int bin = Math.min(TOP - 1, (int) (first.confidence() * TOP));
                difference[bin] += first.confidence() - (queries.get(i).grades().containsKey(first.id()) ? 1 : 0);
                n++;
            }
        }
        double sum = 0;
        for (double bin : difference) {
            sum += Math.abs(bin);
        }
        return n == 0 ? 0 : sum / n;
    }

    private static List<Query> queries(Path measure, String set) throws IOException {
        Set<String> leftOut = new HashSet<>();
        JsonMapper.shared()
                .readTree(Files.readString(measure.resolve("truth/left_out.json")))
                .forEach(id -> leftOut.add(id.asString()));
        Map<String, Map<String, Double>> grades = new HashMap<>();
        for (String line : Files.readAllLines(measure.resolve("truth/techmap/" + set + ".jsonl"))) {
            JsonNode truth = JsonMapper.shared().readTree(line);
            Map<String, Double> right = new HashMap<>();
            truth.path("gold").forEach(id -> right.put(id.asString(), 1.0));
            grades.put(truth.path("id").asString(), right);
        }
        var queries = new ArrayList<Query>();
        for (String line : Files.readAllLines(measure.resolve("techmap/" + set + ".jsonl"))) {
            JsonNode query = JsonMapper.shared().readTree(line);
            String id = query.path("id").asString();
            if (!leftOut.contains(id)) {
                queries.add(new Query(id, query.path("text").asString(), grades.getOrDefault(id, Map.of())));
            }
        }
        return queries;
    }
}
