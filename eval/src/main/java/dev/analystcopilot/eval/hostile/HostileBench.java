package dev.analystcopilot.eval.hostile;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.knowledge.embedded.ScratchDatabase;
import dev.analystcopilot.knowledge.postgres.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A hundred thousand questions with hostile filters, over all stores that tenants and audiences share.
public final class HostileBench implements Suite {
    private static final String QUESTIONS_VARIABLE = "BENCH_QUERIES";
    private static final String QUESTIONS = "100000";
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
    public SuiteResult run(SuiteContext context) {
        int questions = Integer.parseInt(context.environment().getOrDefault(QUESTIONS_VARIABLE, QUESTIONS));
        try (var scratch = ScratchDatabase.create(context.environment(), context.root());
                Database database = Database.open(scratch.address())) {
            var walls = new TwoWalls();
            walls.store(database);
            Map<String, HostileRun.Count> counts = new HostileRun(database, walls.ids(), SEED).ask(questions);
            List<Row> rows = new ArrayList<>();
            counts.forEach((store, count) -> rows.add(row(store, count)));
            rows.add(row("all", counts.values().stream().reduce(HostileRun.Count.NONE, HostileRun.Count::plus)));
            return new SuiteResult(
                    "Three tenants with equal words, entities and vectors, and what they share, for analysts and staff;"
                            + " random scopes, some with hostile tenant names; SQL, quotes, NUL, odd Unicode, very long"
                            + " strings and other tenants' ids in every filter.",
                    List.of(new ResultTable("Whose rows came back", rows)),
                    List.of("refused: no valid question, said so before the database saw it; broken: the database"
                            + " complained."));
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
