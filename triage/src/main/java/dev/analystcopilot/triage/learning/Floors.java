package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.disposition.Reason;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.StepDocument;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.Collection;
import java.util.Optional;

/// The floors of [dev.analystcopilot.triage.disposition], read off a stored case: one with a critical alert, or with
/// steps of two tactics of which one took effect, is not set aside by what was judged elsewhere. A little wider than
/// those of the disposition, which also asks how clear the steps are.
public final class Floors {
    private final Phrases phrases;

    public Floors(Phrases phrases) {
        this.phrases = phrases;
    }

    /// Why the case must not be set aside; empty if it may.
    public Optional<Reason> of(CaseDocument document, Collection<StoredAlert> alerts) {
        boolean critical = alerts.stream().anyMatch(alert -> alert.severity() == Severity.CRITICAL);
        if (critical) {
            return Optional.of(new Reason("floor-critical", phrases.of("learning.floor-critical")));
        }
        long tactics = document.steps().stream().map(StepDocument::tactic).distinct().count();
        boolean effect = document.steps().stream().anyMatch(step -> step.outcome().equals("succeeded"));
        return tactics >= 2 && effect
                ? Optional.of(new Reason("floor-effect", phrases.of("learning.floor-effect", tactics)))
                : Optional.empty();
    }
}
