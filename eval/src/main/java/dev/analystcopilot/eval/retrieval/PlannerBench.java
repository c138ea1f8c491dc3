package dev.analystcopilot.eval.retrieval;

import com.zaxxer.hikari.HikariDataSource;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.knowledge.embedded.ScratchDatabase;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Document;
import dev.analystcopilot.knowledge.postgres.PassageStore.Entry;
import dev.analystcopilot.knowledge.postgres.PassageStore.NewPassage;
import dev.analystcopilot.knowledge.postgres.PassageStore.Ranked;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// From how many rows on the index pays, and what it costs under a filter: where the planner's threshold comes from.
public final class PlannerBench implements Suite {
    private static final Scope SCOPE = Scope.analyst("bench");
    private static final String MODEL = "bench";
    private static final int DIMENSION = 384;
    private static final int CENTRES = 200;
    private static final double SPREAD = 0.6;
    private static final int QUESTIONS = 60;
    private static final int TOP = 50;
    private static final int BATCH = 2_000;
    private static final double MILLION = 1e6;
    /// Passages of each kind.
    private static final Map<String, Integer> SIZES = sizes();

    private static Map<String, Integer> sizes() {
        var sizes = new LinkedHashMap<String, Integer>();
        sizes.put("hundred", 100);
        sizes.put("thousand", 1_000);
        sizes.put("five-thousand", 5_000);
        sizes.put("ten-thousand", 10_000);
        sizes.put("twenty-thousand", 20_000);
        return sizes;
    }

    @Override
    public String name() {
        return "planner";
    }

    @Override
    public Kind kind() {
        return Kind.BENCH;
    }

    @Override
    public String purpose() {
        return "search by meaning among passages: comparing all against following the index, under filters";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        var random = new SplittableRandom(7);
        List<double[]> centres = new ArrayList<>();
        for (int i = 0; i < CENTRES; i++) {
            centres.add(gaussian(random));
        }
        try (var scratch = ScratchDatabase.create(context.environment(), context.root());
                var database = Database.open(scratch.address());
                var owner = owner(scratch)) {
            PassageStore store = database.passages();
            SIZES.forEach((kind, size) -> {
                context.say("storing " + size);
                fill(store, kind, size, centres, random);
            });
            analyze(owner);
            var rows = new ArrayList<Row>();
            SIZES.forEach((kind, size) -> rows.add(row(store, Set.of(kind), size, centres, random)));
            int all = SIZES.values().stream().mapToInt(Integer::intValue).sum();
            rows.add(row(store, Set.of(), all, centres, random));
            return new SuiteResult(WHAT, List.of(new ResultTable("rows left by the filter", rows)), List.of());
        }
    }

    private static Row row(
            PassageStore store, Set<String> kinds, int size, List<double[]> centres, SplittableRandom random) {
        List<Vector> questions = new ArrayList<>();
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(vector(centres, random));
        }
        var exactTimes = new ArrayList<Long>();
        var indexTimes = new ArrayList<Long>();
        double recall = 0;
        double returned = 0;
        for (Vector question : questions) {
            List<Ranked> exact = timed(exactTimes, store, question, kinds, true);
            List<Ranked> index = timed(indexTimes, store, question, kinds, false);
            var truth = new HashSet<>(exact.stream().map(Ranked::passageId).toList());
            long found = index.stream()
                    .filter(one -> truth.contains(one.passageId()))
                    .count();
            recall += (double) found / truth.size();
            returned += (double) index.size() / exact.size();
        }
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("rows", Score.of((double) size));
        values.put("exact p50 ms", Score.of(at(exactTimes, 0.5)));
        values.put("exact p99 ms", Score.of(at(exactTimes, 0.99)));
        values.put("index p50 ms", Score.of(at(indexTimes, 0.5)));
        values.put("index p99 ms", Score.of(at(indexTimes, 0.99)));
        values.put("index recall@50", Score.of(recall / QUESTIONS));
        values.put("index rows returned", Score.of(returned / QUESTIONS));
        return new Row(kinds.isEmpty() ? "no filter" : kinds.iterator().next(), values);
    }

    private static List<Ranked> timed(
            List<Long> times, PassageStore store, Vector question, Set<String> kinds, boolean exact) {
        long begin = System.nanoTime();
        List<Ranked> found = store.dense(SCOPE, MODEL, question, kinds, TOP, exact);
        times.add(System.nanoTime() - begin);
        return found;
    }

    private static void fill(
            PassageStore store, String kind, int size, List<double[]> centres, SplittableRandom random) {
        for (int from = 0; from < size; from += BATCH) {
            var entries = new ArrayList<Entry>();
            var vectors = new HashMap<String, Vector>();
            for (int i = from; i < Math.min(size, from + BATCH); i++) {
                String id = "bench:" + kind + "/" + i;
                var document = new Document(
                        id, "bench", kind + i, kind, Audience.ANALYST, Language.EN, id, List.of(), List.of(), id);
                entries.add(new Entry(
                        document,
                        List.of(new NewPassage(id + "#1", 1, kind, "", id, "", Map.of(kind, 1), true)),
                        "bench"));
                vectors.put(id + "#1", vector(centres, random));
            }
            store.change(SCOPE, entries, List.of());
            store.putVectors(SCOPE, MODEL, vectors);
        }
    }

    /// Around one of the centres, as texts gather around topics.
    private static Vector vector(List<double[]> centres, SplittableRandom random) {
        double[] centre = centres.get(random.nextInt(CENTRES));
        double[] noise = gaussian(random);
        float[] values = new float[DIMENSION];
        double norm = 0;
        for (int i = 0; i < DIMENSION; i++) {
            double value = centre[i] + SPREAD * noise[i];
            values[i] = (float) value;
            norm += value * value;
        }
        for (int i = 0; i < DIMENSION; i++) {
            values[i] = (float) (values[i] / Math.sqrt(norm));
        }
        return Vector.of(values);
    }

    private static double[] gaussian(SplittableRandom random) {
        double[] values = new double[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    private static HikariDataSource owner(ScratchDatabase scratch) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(scratch.address().jdbcUrl());
        pool.setUsername(scratch.address().owner().user());
        pool.setPassword(scratch.address().owner().password());
        pool.setMaximumPoolSize(1);
        return pool;
    }

    private static void analyze(HikariDataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        } catch (SQLException e) {
            throw new IllegalStateException("the scratch database cannot be analysed", e);
        }
    }

    private static double at(List<Long> times, double share) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size()))) / MILLION;
    }

    private static final String WHAT = """
            Fifty nearest of 36,100 passages (384 dimensions, halfvec, made-up vectors around 200 centres), with a filter on
            the kind: all rows that the filter leaves compared, or HNSW with iterative scan. Through the store that the
            product uses, row-level security and all, one client.""";
}
