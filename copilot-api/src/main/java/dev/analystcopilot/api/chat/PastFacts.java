package dev.analystcopilot.api.chat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.similar.SimilarAlert;
import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.PastFact;

/// What was seen before, as the narrator takes it.
final class PastFacts {
    private PastFacts() {}

    static PastFact of(SimilarAlert similar) {
        StoredAlert newest = similar.newest().alert();
        return new PastFact(
                new AlertFact(
                        newest.id(),
                        newest.time(),
                        newest.title(),
                        newest.source(),
                        newest.entities().stream().map(Entity::key).toList()),
                similar.alerts(),
                similar.found().countedAll(),
                similar.found().firstSeen(),
                similar.judged()
                        .map(verdict ->
                                new PastFact.Judgement(verdict.verdict().wireName(), verdict.by(), verdict.at())));
    }
}
