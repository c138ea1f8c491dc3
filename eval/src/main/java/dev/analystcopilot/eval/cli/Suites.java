package dev.analystcopilot.eval.cli;

import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.ait.AitSuite;
import dev.analystcopilot.eval.anomaly.AnomalySuite;
import dev.analystcopilot.eval.chain.ChainSuite;
import dev.analystcopilot.eval.chat.ChatBench;
import dev.analystcopilot.eval.crosslingual.CrosslingualSuite;
import dev.analystcopilot.eval.disposition.DispositionSuite;
import dev.analystcopilot.eval.grounding.GroundingSuite;
import dev.analystcopilot.eval.grouping.GroupingSuite;
import dev.analystcopilot.eval.hostile.HostileBench;
import dev.analystcopilot.eval.injection.InjectionSuite;
import dev.analystcopilot.eval.outage.OutageSuite;
import dev.analystcopilot.eval.retrieval.FusionSuite;
import dev.analystcopilot.eval.retrieval.PlannerBench;
import dev.analystcopilot.eval.retrieval.RetrievalSuite;
import dev.analystcopilot.eval.rules.RulesSuite;
import dev.analystcopilot.eval.sign.SignsSuite;
import dev.analystcopilot.eval.similar.SimilarBench;
import dev.analystcopilot.eval.staff.StaffSuite;
import dev.analystcopilot.eval.technique.TechniqueSuite;
import dev.analystcopilot.eval.triage.TriageBench;
import java.util.List;

/// All suites, one a line: the place to add another.
final class Suites {
    private Suites() {}

    static List<Suite> all() {
        return List.of(
                new AitSuite(),
                new TechniqueSuite(),
                new AnomalySuite(),
                new ChainSuite(),
                new ChatBench(),
                new CrosslingualSuite(),
                new DispositionSuite(),
                new FusionSuite(),
                new GroundingSuite(),
                new GroupingSuite(),
                new HostileBench(),
                new InjectionSuite(),
                new OutageSuite(),
                new PlannerBench(),
                new RetrievalSuite(),
                new RulesSuite(),
                new SignsSuite(),
                new SimilarBench(),
                new StaffSuite(),
                new TriageBench());
    }

    static List<Suite> of(Suite.Kind kind) {
        return all().stream().filter(suite -> suite.kind() == kind).toList();
    }
}
