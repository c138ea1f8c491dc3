package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.knowledge.hunt.HuntForm;
import dev.analystcopilot.knowledge.hunt.HuntResult;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.PassageFact;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.fact.HuntFacts;
import dev.analystcopilot.triage.narrate.fact.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What code shows beside an answer, whoever finds the words: chain, disposition, runbooks, and the hunt that was
/// carried out for it, so that it can be changed and asked again.
final class DecidedEvents {
    private DecidedEvents() {}

    /// @param told the case that the answer is about
    static List<ChatEvent> of(Answer answer, Optional<CaseDocument> told, Topic topic, List<PassageFact> passages) {
        List<ChatEvent> events = new ArrayList<>();
        told.ifPresent(found -> {
            events.add(new ChatEvent.Chain(found.id(), found.steps()));
            events.add(new ChatEvent.Disposition(found.id(), found.disposition(), found.confidence(), found.reasons()));
        });
        if (topic instanceof HuntFacts hunt) {
            HuntResult found = hunt.found();
            events.add(new ChatEvent.Hunt(HuntForm.of(found.query()), found.total(), found.columns(), found.rows()));
        }
        answer.runbooks()
                .forEach(ref -> passages.stream()
                        .filter(passage -> passage.kind().equals("runbook")
                                && passage.ref().equals(ref))
                        .findFirst()
                        .ifPresent(passage -> events.add(new ChatEvent.Action("runbook", ref, passage.title()))));
        return events;
    }
}
