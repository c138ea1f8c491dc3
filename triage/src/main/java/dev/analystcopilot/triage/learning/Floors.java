package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.disposition.Reason;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.StepDocument;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/// The floors of [dev.analystcopilot.triage.disposition], read off a stored case: those that its reasons name, and in
/// any case a critical alert, or steps of two tactics of which one took effect, however clear they are. Such a case is
/// not set aside by what was judged elsewhere.
public final class Floors {
    /// Of the codes of reasons that are floors.
    private static final String PREFIX = "floor-";

    private final Phrases phrases;

    public Floors(Phrases phrases) {
        this.phrases = phrases;
    }

    /// Why the case must not be set aside; empty if it may.
    public Optional<Reason> of(CaseDocument document, Collection<StoredAlert> alerts) {
        Optional<Reason> named = Stream.concat(document.reasons().stream(), document.against().stream())
                .filter(reason -> reason.code().startsWith(PREFIX))
                .map(reason -> new Reason(reason.code(), new Bilingual(reason.en(), reason.zh())))
                .findFirst();
        if (named.isPresent()) {
            return named;
        }
        boolean critical = alerts.stream().anyMatch(alert -> alert.severity() == Severity.CRITICAL);
        if (critical) {
            return Optional.of(new Reason("floor-critical", phrases.of("learning.floor-critical")));
        }
        long tactics =
                document.steps().stream().map(StepDocument::tactic).distinct().count();
        boolean effect =
                document.steps().stream().anyMatch(step -> step.outcome().equals("succeeded"));
        return tactics >= 2 && effect
                ? Optional.of(new Reason("floor-effect", phrases.of("learning.floor-effect", tactics)))
                : Optional.empty();
    }
}
