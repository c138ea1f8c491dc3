package dev.analystcopilot.api.feedback;

import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Undone;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A verdict as the service tells it.
///
/// @param state `active`, `expired` or `undone`
/// @param alerts how many it reached when it was given
/// @param severity the highest that was judged: a higher one later is not covered
record VerdictView(
        String id,
        SubjectView subject,
        String verdict,
        String reason,
        String scope,
        @Nullable String entity,
        @Nullable Instant expiresAt,
        String by,
        Instant at,
        String state,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        long alerts,
        String severity) {

    record SubjectView(String kind, String id) {}

    static VerdictView of(Judgement judgement, Instant now) {
        HumanVerdict verdict = judgement.verdict();
        return new VerdictView(
                verdict.id(),
                new SubjectView(verdict.subject().wireName(), verdict.subjectId()),
                verdict.verdict().wireName(),
                verdict.reason(),
                verdict.reach().wireName(),
                verdict.entityKey().orElse(null),
                verdict.expiresAt().orElse(null),
                verdict.by(),
                verdict.at(),
                verdict.undone().isPresent() ? "undone" : verdict.activeAt(now) ? "active" : "expired",
                verdict.undone().map(Undone::at).orElse(null),
                verdict.undone().map(Undone::by).orElse(null),
                judgement.basis().alerts(),
                judgement.basis().severity().name().toLowerCase(Locale.ROOT));
    }
}
