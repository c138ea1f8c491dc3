package dev.analystcopilot.api.inquiry;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore.Reviewed;
import dev.analystcopilot.knowledge.similar.SimilarAlert;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.learning.ReviewReasons;
import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.CaseJudgement;
import dev.analystcopilot.triage.narrate.PastFact;

/// What was seen before, as the narrator takes it.
public final class PastFacts {
    private PastFacts() {}

    public static CaseJudgement judgement(Reviewed reviewed) {
        HumanVerdict verdict = reviewed.verdict();
        return new CaseJudgement(
                reviewed.review().verdict().wireName(),
                verdict.by(),
                verdict.at(),
                verdict.reason(),
                ReviewReasons.ofJson(reviewed.review().reasons()).stream()
                        .map(reason -> new Bilingual(reason.en(), reason.zh()))
                        .toList());
    }

    public static PastFact of(SimilarAlert similar) {
        return new PastFact(
                alert(similar.newest().alert()),
                similar.alerts(),
                similar.found().countedAll(),
                similar.found().firstSeen(),
                similar.judged()
                        .map(verdict ->
                                new PastFact.Judgement(verdict.verdict().wireName(), verdict.by(), verdict.at())));
    }

    public static AlertFact alert(StoredAlert stored) {
        return new AlertFact(
                stored.id(),
                stored.time(),
                stored.title(),
                stored.source(),
                stored.entities().stream().map(Entity::key).toList());
    }
}
