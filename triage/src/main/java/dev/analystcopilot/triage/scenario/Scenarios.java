package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.correlate.CaseDraft;
import java.util.List;

/// The scenarios that ship with the product and those that a site adds.
public final class Scenarios {
    private Scenarios() {}

    /// The shipped ones.
    public static Scenarios load() {
        return new Scenarios();
    }

    /// What a case looks like, the best fit first.
    public List<ScenarioMatch> of(CaseDraft draft, Chain chain) {
        return List.of();
    }
}
