package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.chain.Step;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import java.util.Comparator;

/// All that a case is judged by.
record Matter(CaseDraft draft, Chain chain, CaseContext context, Reached reached) {

    static Matter of(CaseDraft draft, Chain chain, CaseContext context) {
        return new Matter(draft, chain, context, Reached.of(chain));
    }

    /// The worst that a source says of one of its alerts.
    Severity severity() {
        return draft.evidence().stream()
                .map(e -> e.burst().severity())
                .max(Comparator.naturalOrder())
                .orElse(Severity.UNKNOWN);
    }

    float[] row() {
        return CaseFeatures.row(draft, reached, chain.steps().size());
    }

    /// As if so many more steps had taken effect, or none at all.
    float[] rowWithEffects(int effects) {
        float[] row = row();
        row[CaseFeatures.index("effects")] = effects;
        return row;
    }

    /// As if all this were everyday.
    float[] rowOfRoutine() {
        float[] row = row();
        for (String feature : new String[] {"threat", "max_threat", "mean_threat", "max_anomaly", "mean_anomaly"}) {
            row[CaseFeatures.index(feature)] *= 0.5f;
        }
        row[CaseFeatures.index("max_rarity")] *= 0.5f;
        row[CaseFeatures.index("mean_rarity")] *= 0.5f;
        return row;
    }

    /// The evidence that weighs most.
    Evidence strongest() {
        return draft.evidence().stream()
                .max(Comparator.comparingDouble(Evidence::weight))
                .orElseThrow();
    }

    /// Where the weightiest evidence lies.
    String mainHost() {
        return strongest().burst().anchor().value();
    }

    /// The machine that a step was taken on.
    static String place(Step step) {
        return step.evidence().getFirst().burst().anchor().value();
    }
}
