package dev.analystcopilot.eval.grounding;

import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.llm.ScriptedLlm;
import dev.analystcopilot.eval.service.Asker;
import dev.analystcopilot.eval.service.Heard;
import dev.analystcopilot.eval.service.RunningCopilot;
import dev.analystcopilot.knowledge.postgres.CaseQuery;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A model that lies in every second sentence, asked about the cases of the demo backlog through the whole service.
public final class GroundingSuite implements Suite {
    private static final int ANSWERS = 1_000;
    private static final int CASES = 40;
    /// Every so manyth answer goes through the whole service.
    private static final int SERVED_OF = 20;
    /// Between two pieces of the model, as fast ones speak.
    private static final Duration PACE = Duration.ofMillis(10);
    private static final long SEED = 20_261_122;

    @Override
    public String name() {
        return "grounding";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "A lying model: what of its lies is shown as fact, and what of its truths is struck.";
    }

    @Override
    public Set<String> options() {
        return Set.of("queries");
    }

    @Override
    public boolean whole(SuiteContext context) {
        return context.sizes().isEmpty();
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        var direct = new GroundingTally(context);
        var served = new GroundingTally(context);
        int answers = context.size("queries", ANSWERS);
        try (var llm = new ScriptedLlm(request -> List.of());
                var copilot = RunningCopilot.start(context, RunningCopilot.with(llm))) {
            copilot.loadDemo();
            Scope scope = Scope.analyst(RunningCopilot.TENANT);
            List<CaseRow> cases = copilot.database().cases().list(scope, CaseQuery.top(CASES));
            var check = new Direct(copilot.database(), scope);
            var random = new Random(SEED);
            for (int i = 0; i < answers; i++) {
                direct.add(check.answer(cases.get(i % cases.size()), i % 2 == 1, random));
            }
            context.progress().accept(answers + " answers checked; now through the service");
            ask(copilot, llm, cases, answers / SERVED_OF, served, context);
        }
        return GroundingTally.result(direct, served);
    }

    private static void ask(
            RunningCopilot copilot,
            ScriptedLlm llm,
            List<CaseRow> cases,
            int answers,
            GroundingTally tally,
            SuiteContext context) {
        Scope scope = Scope.analyst(RunningCopilot.TENANT);
        Asker asker = copilot.as(Role.ANALYST);
        var random = new Random(SEED + 1);
        for (int i = 0; i < answers; i++) {
            boolean chinese = i % 2 == 1;
            var script = new AtomicReference<@Nullable Script>();
            llm.forgetExchanges();
            llm.play(request -> {
                Script written = Script.write(Offered.in(request, copilot.database(), scope), chinese, random);
                script.set(written);
                return written.acts(random, PACE);
            });
            String id = cases.get(i % cases.size()).id();
            List<Heard> events = new ArrayList<>();
            asker.listen(
                    asker.conversation(),
                    Map.of(
                            "text",
                            chinese ? "案件 " + id + " 发生了什么？" : "What happened in " + id + "?",
                            "caseId",
                            id,
                            "lang",
                            chinese ? "zh" : "en"),
                    events::add);
            tally.add(script.get(), events, llm.exchanges());
            if ((i + 1) % 20 == 0) {
                context.progress().accept("%d of %d answers".formatted(i + 1, answers));
            }
        }
    }
}
