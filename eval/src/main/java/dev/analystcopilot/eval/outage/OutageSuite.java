package dev.analystcopilot.eval.outage;

import dev.analystcopilot.api.llm.ConfiguredModel;
import dev.analystcopilot.api.llm.LanguageModel;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.llm.ScriptedLlm;
import dev.analystcopilot.eval.service.Asker;
import dev.analystcopilot.eval.service.RunningCopilot;
import dev.analystcopilot.knowledge.postgres.CaseQuery;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Each fault at each stage, through the whole service: with one model, and with a second one that is well.
public final class OutageSuite implements Suite {
    private static final double LIMIT_SECONDS = 15;
    private static final int BREAKS_THE_CIRCUIT = 6;

    @Override
    public String name() {
        return "outage";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "an answer in time and the same verdict, however the language model fails";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        List<ResultTable> tables = new ArrayList<>();
        tables.add(matrix(context, false));
        tables.add(matrix(context, true));
        return new SuiteResult(
                "The demo backlog, one question about its worst case, a scripted language model. Each fault happens at"
                        + " each stage where it can; breakers are closed again before each question, but for the last"
                        + " row of each table, where the model has failed until its breaker opened.",
                tables,
                List.of(
                        "in time: answered, or a clear error, within %.0f s. same verdict: disposition and chain as"
                                        .formatted(LIMIT_SECONDS)
                                + " shown without any model, and the stored cases unchanged.",
                        "told: people read that another model or the narrator took over."));
    }

    private static ResultTable matrix(SuiteContext context, boolean second) {
        try (var llm = new ScriptedLlm(Fault::healthy);
                var other = new ScriptedLlm(Fault::healthy)) {
            Map<String, Object> settings = new LinkedHashMap<>(RunningCopilot.with(llm));
            if (second) {
                settings.put("copilot.llm2.base-url", other.baseUrl());
                settings.put("copilot.llm2.model", "second");
            }
            try (var copilot = RunningCopilot.start(context, settings)) {
                copilot.loadDemo();
                return new ResultTable(
                        second ? "With a second model that is well" : "With one model",
                        new Matrix(context, copilot, llm).rows());
            }
        }
    }

    /// Asks once for each fault.
    private static final class Matrix {
        private final SuiteContext context;
        private final RunningCopilot copilot;
        private final ScriptedLlm llm;
        private final Asker asker;
        private final LanguageModel model;
        private final CaseRow worst;
        private final List<String> stored;
        private final Set<String> verdicts = new LinkedHashSet<>();

        Matrix(SuiteContext context, RunningCopilot copilot, ScriptedLlm llm) {
            this.context = context;
            this.copilot = copilot;
            this.llm = llm;
            this.asker = copilot.as(Role.ANALYST);
            this.model = copilot.part(ConfiguredModel.class).model().orElseThrow();
            this.stored = stored();
            this.worst = cases().getFirst();
        }

        List<Row> rows() {
            List<Row> rows = new ArrayList<>();
            // The first question after a start loads classes and models.
            var _ = ask();
            for (Fault fault : Fault.all()) {
                model.forgetFailures();
                llm.play(fault::script);
                boolean refused =
                        fault.stage() == Fault.Stage.CONNECT && fault.acts().isEmpty();
                if (refused) {
                    llm.refuseConnections();
                }
                Trial trial = ask();
                if (refused) {
                    llm.listenAgain();
                }
                rows.add(row(fault.stage().words() + ": " + fault.name(), trial, fault.fails()));
                context.say("%s: %s: %.1f s, %s"
                        .formatted(fault.stage().words(), fault.name(), trial.seconds(), trial.tier()));
            }
            llm.play(request -> dev.analystcopilot.eval.llm.Act.fails(500));
            for (int i = 0; i < BREAKS_THE_CIRCUIT; i++) {
                var _ = ask();
            }
            rows.add(row("connect: breaker open", ask(), true));
            return rows;
        }

        private Trial ask() {
            long begun = System.nanoTime();
            var conversation = asker.conversation(Map.of("caseId", worst.id()));
            return Trial.of(begun, asker.ask(conversation, "What happened in this case, and did it succeed?"));
        }

        private Row row(String name, Trial trial, boolean fails) {
            verdicts.add(trial.verdicts());
            Map<String, Score> values = new LinkedHashMap<>();
            values.put("seconds", Score.of(trial.seconds()));
            values.put("in time", yes(trial.ended() && trial.seconds() <= LIMIT_SECONDS && trial.words()));
            values.put("by model", yes(trial.tier().equals("llm")));
            values.put("tier shown", yes(trial.tierShown()));
            values.put("told", fails ? yes(trial.told()) : Score.none("nothing to tell"));
            values.put("same verdict", yes(verdicts.size() == 1 && stored().equals(stored)));
            return new Row(name, values);
        }

        private List<String> stored() {
            return cases().stream()
                    .map(row -> row.id() + row.disposition() + row.confidence() + row.score())
                    .toList();
        }

        private List<CaseRow> cases() {
            return copilot.database().cases().list(Scope.analyst(RunningCopilot.TENANT), CaseQuery.top(100));
        }
    }

    private static Score yes(boolean holds) {
        return Score.of(holds ? 1 : 0);
    }
}
