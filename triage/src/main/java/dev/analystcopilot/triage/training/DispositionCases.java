package dev.analystcopilot.triage.training;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.TriageOutcome;
import dev.analystcopilot.triage.disposition.CaseFeatures;
import dev.analystcopilot.triage.disposition.DispositionTraining.LabelledCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Cases with their truth, made of labelled backlogs by triage itself.
public final class DispositionCases {
    private DispositionCases() {}

    /// The cases of a backlog as it is.
    ///
    /// @param engine makes one for each run
    public static List<LabelledCase> plain(LabelledBacklog backlog, Supplier<TriageEngine> engine) {
        return cases(backlog.alerts(), backlog, backlog.truth(), engine);
    }

    /// The cases of a backlog and of its variants: what to learn from.
    ///
    /// @param engine makes one for each run
    public static List<LabelledCase> varied(LabelledBacklog backlog, Supplier<TriageEngine> engine) {
        var truth = backlog.truth();
        var cases = new ArrayList<LabelledCase>();
        Variants.of(backlog.alerts()).forEach(variant -> cases.addAll(cases(variant, backlog, truth, engine)));
        return cases;
    }

    private static List<LabelledCase> cases(
            List<StoredAlert> alerts,
            LabelledBacklog backlog,
            LabelledBacklog.Truth truth,
            Supplier<TriageEngine> engines) {
        TriageEngine engine = engines.get();
        alerts.forEach(engine);
        TriageOutcome outcome = engine.outcome();
        var cases = new ArrayList<LabelledCase>();
        for (TriageCase triaged : outcome.cases()) {
            cases.add(LabelledCase.of(
                    backlog.name(), CaseFeatures.of(triaged.draft(), triaged.chain()), truth.attack(triaged.draft())));
        }
        return cases;
    }
}
