package dev.analystcopilot.api.feedback;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.feedback.VerdictRequest.Wanted;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Reach;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Undone;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.Basis;
import dev.analystcopilot.knowledge.postgres.learning.Basis.Print;
import dev.analystcopilot.knowledge.postgres.learning.Combo;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import dev.analystcopilot.triage.learning.Advice;
import dev.analystcopilot.triage.learning.CaseReviews;
import dev.analystcopilot.triage.learning.TuningAdvice;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Takes verdicts down with what they rest on, and takes them back. Blocks.
public final class Judgements {
    private static final int MOST_TOLD = 200;

    private final JudgementStore store;
    private final CaseReviews reviews;
    private final Clock clock;

    public Judgements(JudgementStore store, CaseReviews reviews, Clock clock) {
        this.store = store;
        this.reviews = reviews;
        this.clock = clock;
    }

    /// @param isNew whether it was not known before
    record Given(Judgement judgement, boolean isNew) {}

    Instant now() {
        // As the database keeps it.
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /// @throws ApiFailure.NotFound if the subject is not there for the caller
    /// @throws ApiFailure.Conflict if another verdict has this id
    Given give(Caller caller, Wanted wanted) {
        Scope scope = scope(caller);
        Optional<Judgement> before = store.find(scope, wanted.id());
        if (before.isPresent()) {
            return new Given(same(before.get(), wanted), false);
        }
        Basis basis = basis(scope, wanted);
        var verdict = new HumanVerdict(
                wanted.id(),
                wanted.subject(),
                wanted.subjectId(),
                wanted.subject() == Subject.CASE
                        ? Optional.empty()
                        : basis.prints().stream().map(Print::fingerprint).findFirst(),
                wanted.verdict(),
                wanted.reason(),
                caller.login(),
                now(),
                wanted.reach(),
                wanted.entityKey(),
                wanted.expiresAt(),
                Optional.empty());
        boolean isNew = store.add(scope, new Judgement(verdict, basis));
        Judgement kept = store.find(scope, wanted.id()).orElseThrow();
        reviews.refresh(scope, kept);
        return new Given(same(kept, wanted), isNew);
    }

    /// Makes a proposal that a person accepted a verdict on all alike. Its severity is the highest that was judged.
    Given suppress(Caller caller, Advice advice, String note, Instant until) {
        Scope scope = scope(caller);
        Combo tested = advice.tested();
        String reason = "Accepted advice " + advice.id() + ": " + tested.alerts() + " alerts in " + TuningAdvice.DAYS
                + " days, no attack among them" + (note.isEmpty() ? "" : ". " + note);
        var looked = new Basis(
                tested.severity(),
                List.of(),
                List.of(new Print(tested.fingerprint(), tested.severity(), tested.alerts())),
                tested.alerts(),
                Optional.empty(),
                Optional.empty());
        var verdict = new HumanVerdict(
                "v-" + UUID.randomUUID(),
                Subject.FINGERPRINT,
                tested.fingerprint(),
                Optional.of(tested.fingerprint()),
                advice.verdict(),
                reason,
                caller.login(),
                now(),
                Reach.FINGERPRINT,
                tested.entityKey(),
                Optional.of(until),
                Optional.empty());
        var judgement = new Judgement(verdict, store.alike(scope, looked, tested.entityKey()));
        boolean isNew = store.add(scope, judgement);
        reviews.refresh(scope, judgement);
        return new Given(judgement, isNew);
    }

    private static Judgement same(Judgement kept, Wanted wanted) {
        HumanVerdict verdict = kept.verdict();
        boolean equal = verdict.subject() == wanted.subject()
                && verdict.subjectId().equals(wanted.subjectId())
                && verdict.verdict() == wanted.verdict()
                && verdict.reason().equals(wanted.reason())
                && verdict.reach() == wanted.reach()
                && verdict.entityKey().equals(wanted.entityKey())
                && verdict.expiresAt().equals(wanted.expiresAt());
        if (!equal) {
            throw new ApiFailure.Conflict("another verdict was given with this id");
        }
        return kept;
    }

    private Basis basis(Scope scope, Wanted wanted) {
        Basis looked = (switch (wanted.subject()) {
                    case ALERT -> store.ofAlert(scope, wanted.subjectId());
                    case CASE -> store.ofCase(scope, wanted.subjectId());
                    case FINGERPRINT ->
                        store.newestOf(scope, wanted.subjectId()).flatMap(alert -> store.ofAlert(scope, alert));
                })
                .orElseThrow(
                        () -> new ApiFailure.NotFound("this " + wanted.subject().wireName()));
        return wanted.reach() == Reach.FINGERPRINT ? store.alike(scope, looked, wanted.entityKey()) : looked;
    }

    Judgement undo(Caller caller, String id) {
        Judgement undone = store.undo(scope(caller), id, new Undone(now(), caller.login()))
                .orElseThrow(() -> new ApiFailure.NotFound("this verdict"));
        reviews.refresh(scope(caller), undone);
        return undone;
    }

    /// What was said about a subject, and of everything like it; taken back or not, the latest first.
    List<Judgement> about(Caller caller, Subject subject, String id) {
        Scope scope = scope(caller);
        List<String> prints = (switch (subject) {
                    case ALERT -> store.ofAlert(scope, id).map(Basis::prints);
                    case CASE -> store.ofCase(scope, id).map(Basis::prints);
                    case FINGERPRINT -> Optional.<List<Print>>empty();
                })
                .map(list -> list.stream().map(Print::fingerprint).toList())
                .orElseGet(() -> subject == Subject.FINGERPRINT ? List.of(id) : List.of());
        return store.about(scope, subject, id, prints, MOST_TOLD);
    }

    List<Judgement> latest(Caller caller, int limit) {
        return store.latest(scope(caller), limit);
    }

    private static Scope scope(Caller caller) {
        return Scope.analyst(caller.tenant());
    }
}
