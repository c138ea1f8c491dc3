package dev.analystcopilot.api.view;

import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore.Reviewed;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import dev.analystcopilot.triage.learning.ReviewReasons;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person said of a case, beside what was computed.
///
/// @param state `holds`: lists go by it; `reopened`: the case goes beyond what was judged
/// @param reasons in what it goes beyond
record HumanView(
        String verdictId,
        String state,
        String verdict,
        String reason,
        String by,
        Instant at,
        String scope,
        @Nullable Instant expiresAt,
        List<ReasonDocument> reasons) {

    static HumanView of(Reviewed reviewed) {
        HumanVerdict verdict = reviewed.verdict();
        return new HumanView(
                verdict.id(),
                reviewed.review().state().wireName(),
                reviewed.review().verdict().wireName(),
                verdict.reason(),
                verdict.by(),
                verdict.at(),
                verdict.reach().wireName(),
                verdict.expiresAt().orElse(null),
                ReviewReasons.ofJson(reviewed.review().reasons()));
    }
}
