package dev.analystcopilot.api.feedback;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import dev.analystcopilot.knowledge.postgres.learning.PastStore;
import dev.analystcopilot.triage.learning.Advice;
import dev.analystcopilot.triage.learning.TuningAdvice;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proposes suppressions, and makes one of a proposal that a person accepts. Blocks.
public final class Tuning {
    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final PastStore past;
    private final JudgementStore store;
    private final Judgements judgements;

    public Tuning(PastStore past, JudgementStore store, Judgements judgements) {
        this.past = past;
        this.store = store;
        this.judgements = judgements;
    }

    List<Advice> advice(Caller caller) {
        Scope scope = Scope.analyst(caller.tenant());
        return TuningAdvice.of(
                past.combos(scope, Duration.ofDays(TuningAdvice.DAYS)), store.standing(scope), judgements.now());
    }

    /// The proposal is worked out anew: what does not hold any more cannot be accepted.
    ///
    /// @param reason in the person's words
    /// @param expiresAt 90 days ahead if null
    Judgements.Given accept(Caller caller, String id, @Nullable String reason, @Nullable String expiresAt) {
        Advice accepted = TuningAdvice.find(advice(caller), id)
                .orElseThrow(() -> new ApiFailure.NotFound("this advice, or it holds no more: it"));
        return judgements.suppress(
                caller, accepted, Optional.ofNullable(reason).orElse("").strip(), until(expiresAt));
    }

    private Instant until(@Nullable String expiresAt) {
        Instant now = judgements.now();
        if (expiresAt == null || expiresAt.isBlank()) {
            return now.plus(USUAL);
        }
        Instant until;
        try {
            until = Instant.parse(expiresAt.strip());
        } catch (DateTimeParseException e) {
            throw new ApiFailure.BadRequest("expiresAt must be a time such as 2027-01-31T00:00:00Z");
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new ApiFailure.BadRequest("expiresAt must lie ahead, at most " + LONGEST.toDays() + " days");
        }
        return until;
    }
}
