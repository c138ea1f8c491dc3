package dev.analystcopilot.eval.hostile;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.knowledge.embedded.ScratchDatabase;
import dev.analystcopilot.knowledge.postgres.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// A hundred thousand questions with hostile filters, over all stores that tenants and audiences share.
public final class HostileBench implements Suite {
    private static final String SIZE = "queries";
    private static final int QUESTIONS = 100_000;
    private static final int PORTION = 1_000;
    private static final int CLIENTS = 2;
    private static final long SEED = 7;

    @Override
    public String name() {
        return "hostile";
    }

    @Override
    public Kind kind() {
        return Kind.BENCH;
    }

    @Override
    public String purpose() {
        return "rows of another tenant or audience that hostile filters bring up: there must be none";
    }

    @Override
    public Set<String> options() {
        return Set.of(SIZE);
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        int questions = context.size(SIZE, QUESTIONS);
        try (var scratch = ScratchDatabase.create(context.environment(), context.root());
                Database database = Database.open(scratch.address())) {
            var walls = new TwoWalls();
            walls.store(database);
            Instant begin = Instant.now();
            Map<String, HostileRun.Count> counts = asked(context, database, walls.ids(), questions);
            long took = Duration.between(begin, Instant.now()).toSeconds();
            List<Row> rows = new ArrayList<>();
            counts.forEach((store, count) -> rows.add(row(store, count)));
            rows.add(row("all", counts.values().stream().reduce(HostileRun.Count.NONE, HostileRun.Count::plus)));
            return new SuiteResult(
                    "Three tenants with equal words, entities and vectors, and what they share, for analysts and staff;"
                            + " random scopes, some with hostile tenant names; SQL, quotes, NUL, odd Unicode, very long"
                            + " strings and other tenants' ids in every filter.",
                    List.of(new ResultTable("Whose rows came back", rows)),
                    List.of(
                            "refused: no valid question, said so before the database saw it; broken: the database"
                                    + " complained.",
                            "%d clients at once, %d s.".formatted(CLIENTS, took)));
        }
    }

    /// In portions, each with a random sequence of its own: the same questions whichever client takes them.
    private static Map<String, HostileRun.Count> asked(
            SuiteContext context, Database database, List<String> ids, int questions) {
        Map<String, HostileRun.Count> counts = new TreeMap<>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Map<String, HostileRun.Count>>> portions = IntStream.range(
                            0, (questions + PORTION - 1) / PORTION)
                    .mapToObj(i -> clients.submit(() ->
                            new HostileRun(database, ids, SEED + i).ask(Math.min(PORTION, questions - i * PORTION))))
                    .toList();
            int done = 0;
            for (var portion : portions) {
                portion.get().forEach((store, count) -> counts.merge(store, count, HostileRun.Count::plus));
                if (++done % 10 == 0) {
                    context.say("%,d of %,d queries".formatted(Math.min(questions, done * PORTION), questions));
                }
            }
            return counts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client failed: " + e.getCause(), e);
        }
    }

    private static Row row(String name, HostileRun.Count count) {
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("queries", Score.of((double) count.asked()));
        values.put("rows", Score.of((double) count.rows()));
        values.put("refused", Score.of((double) count.refused()));
        values.put("broken", Score.of((double) count.broken()));
        values.put("foreign rows", Score.of((double) count.foreign()));
        return new Row(name, values);
    }
}
