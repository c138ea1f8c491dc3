package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.phrase.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Says of each step whether it took effect, and on what that rests. Network evidence tells what was tried; that it
/// worked is told by the source itself, by the answer, or by what the attacked machine or account did afterwards. That
/// later evidence must be clear by itself and seen on the machine: a scan makes many odd alerts that follow nothing.
final class Outcomes {
    private static final Duration WITHIN = Duration.ofHours(2);
    /// A taken account is used when its taker comes to it.
    private static final Duration ACCOUNT_WITHIN = Duration.ofHours(24);
    private static final double CLEAR = 0.5;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private static final Set<String> WEB_ATTACK = Set.of("T1190");
    private static final Set<String> WEB = Set.of("T1190", "T1505.003", "T1595");
    private static final Set<String> WEB_SHELL = Set.of("T1505.003");
    private static final Set<String> GUESSING = Set.of("T1110");
    private static final Set<String> LURE = Set.of("T1566", "T1598");
    private static final Set<String> ACCOUNT_USE = Set.of("T1078", "T1021", "T1114", "T1564.008", "T1528", "T1098");
    private static final Set<String> FOOTHOLD = Set.of("T1505.003", "T1203", "T1210", "T1133", "T1059", "T1204");
    private static final Set<String> CODE_RAN = Set.of("T1505.003", "T1059", "T1105", "T1055", "T1053", "T1543");
    /// What needs a foothold on the machine first.
    private static final Set<String> NEEDS_FOOTHOLD = Set.of("TA0002", "TA0004", "TA0005", "TA0006", "TA0008");

    private final List<StepDraft> all;
    private final CaseDraft draft;
    private final Phrases phrases;
    private final Ties ties;
    /// First alerts of the bursts in which an account was used.
    private final Set<String> accountUse = new HashSet<>();

    Outcomes(List<StepDraft> all, CaseDraft draft, Phrases phrases) {
        this.all = all;
        this.draft = draft;
        this.phrases = phrases;
        this.ties = Ties.of(draft.evidence());
        all.stream()
                .filter(step -> step.isAny(ACCOUNT_USE))
                .flatMap(step -> step.evidence().stream())
                .forEach(e -> accountUse.add(e.burst().firstId()));
    }

    /// @param proof ids of the alerts it rests on
    record Judged(Outcome outcome, Bilingual basis, List<String> proof) {}

    Judged of(StepDraft step) {
        Optional<Evidence> said = said(step, Outcome.SUCCEEDED);
        if (said.isPresent()) {
            return judged(Outcome.SUCCEEDED, "basis.source", said.orElseThrow());
        }
        if (step.evidence().stream().allMatch(Witness::stopped)) {
            return judged(Outcome.ATTEMPTED, "basis.stopped", step.evidence().getFirst());
        }
        return followed(step)
                .or(() -> answered(step))
                .or(() -> said(step, Outcome.ATTEMPTED).map(e -> judged(Outcome.ATTEMPTED, "basis.attempt", e)))
                .orElseGet(() -> hinted(step));
    }

    /// What happened afterwards because of it.
    private Optional<Judged> followed(StepDraft step) {
        if (step.clarity() < CLEAR) {
            // What is not sure to be an attack cannot be said to have worked.
            return Optional.empty();
        }
        if (step.isAny(WEB_ATTACK)) {
            return later(step, WITHIN, e -> sameAnchor(step, e) && Witness.fromWithin(e) && Witness.byWebUser(e))
                    .filter(e -> !step.evidence().contains(e))
                    .map(e -> judged(Outcome.SUCCEEDED, "basis.web-user", e))
                    .or(() -> laterStep(step, WITHIN, s -> s.isAny(CODE_RAN) && s.told() != Outcome.ATTEMPTED)
                            .map(e -> judged(Outcome.SUCCEEDED, "basis.foothold", e)));
        }
        if (step.is("T1110.002")) {
            return laterStep(step, WITHIN, s -> s.tactic().id().equals("TA0004") || s.isAny(Set.of("T1078", "T1021")))
                    .map(e -> judged(Outcome.SUCCEEDED, "basis.password-used", e));
        }
        if (step.isAny(GUESSING)) {
            Set<String> accounts = keys(LinkKind.SAME_ACCOUNT, step);
            Set<String> addresses = keys(LinkKind.SAME_ADDRESS, step);
            return later(
                            step,
                            ACCOUNT_WITHIN,
                            e -> Witness.loggedIn(e)
                                    && (shares(LinkKind.SAME_ACCOUNT, accounts, e)
                                            || shares(LinkKind.SAME_ADDRESS, addresses, e)))
                    .map(e -> judged(Outcome.SUCCEEDED, "basis.login", e));
        }
        if (step.isAny(LURE)) {
            Set<String> accounts = keys(LinkKind.SAME_ACCOUNT, step);
            return later(step, ACCOUNT_WITHIN, e -> used(e) && shares(LinkKind.SAME_ACCOUNT, accounts, e))
                    .map(e -> judged(Outcome.SUCCEEDED, "basis.account-used", e));
        }
        if (step.isAny(FOOTHOLD)) {
            return laterStep(
                            step,
                            WITHIN,
                            s -> NEEDS_FOOTHOLD.contains(s.tactic().id())
                                    && s.told() != Outcome.ATTEMPTED
                                    && !(s.isAny(WEB_SHELL) || s.technique().equals(step.technique())))
                    .map(e -> judged(Outcome.SUCCEEDED, "basis.foothold", e))
                    .or(() -> descendant(step));
        }
        return Optional.empty();
    }

    /// Its process went on to do more.
    private Optional<Judged> descendant(StepDraft step) {
        Set<String> actors = new HashSet<>();
        step.evidence().forEach(e -> actors.addAll(e.burst().actors()));
        return later(
                        step,
                        WITHIN,
                        e -> e.clarity() >= CLEAR
                                && !Witness.stopped(e)
                                && !step.evidence().contains(e)
                                && e.burst().lineage().stream().anyMatch(actors::contains))
                .map(e -> judged(Outcome.SUCCEEDED, "basis.process", e));
    }

    /// What the web server answered: only refusals mean that nothing was found.
    private Optional<Judged> answered(StepDraft step) {
        if (!step.isAny(WEB)) {
            return Optional.empty();
        }
        List<Integer> statuses = step.evidence().stream()
                .flatMap(e -> Witness.statuses(e).stream())
                .distinct()
                .sorted()
                .toList();
        if (statuses.isEmpty()) {
            return Optional.empty();
        }
        Evidence first = step.evidence().stream()
                .filter(e -> !Witness.statuses(e).isEmpty())
                .findFirst()
                .orElseThrow();
        String codes = String.join(", ", statuses.stream().map(String::valueOf).toList());
        if (statuses.stream().allMatch(status -> status >= 400 && status < 500)) {
            return Optional.of(judged(Outcome.ATTEMPTED, "basis.refused", first, codes));
        }
        boolean ok = statuses.stream().anyMatch(status -> status >= 200 && status < 300);
        return step.isAny(WEB_SHELL) && step.clarity() >= CLEAR && ok
                ? Optional.of(judged(Outcome.SUCCEEDED, "basis.answered", first, codes))
                : Optional.empty();
    }

    private Judged hinted(StepDraft step) {
        return switch (step.told()) {
            case UNKNOWN -> new Judged(Outcome.UNKNOWN, Bilingual.same(""), List.of());
            case SUCCEEDED, ATTEMPTED -> {
                Evidence told = step.evidence().stream()
                        .filter(e ->
                                e.hint().filter(h -> h.outcome() == step.told()).isPresent())
                        .findFirst()
                        .orElse(step.evidence().getFirst());
                yield judged(step.told(), step.told() == Outcome.SUCCEEDED ? "basis.words" : "basis.attempt", told);
            }
        };
    }

    private static Optional<Evidence> said(StepDraft step, Outcome outcome) {
        return step.evidence().stream()
                .filter(e -> e.burst().outcome() == outcome)
                .findFirst();
    }

    /// The first evidence of the case after a step's begin, in a step or not.
    private Optional<Evidence> later(StepDraft step, Duration within, Predicate<Evidence> what) {
        return draft.evidence().stream()
                .filter(e -> after(step, within, e))
                .filter(what)
                .findFirst();
    }

    /// The first evidence of a clear later step on the same machine, seen from within.
    private Optional<Evidence> laterStep(StepDraft step, Duration within, Predicate<StepDraft> what) {
        return all.stream()
                .filter(other -> other != step && other.clarity() >= CLEAR)
                .filter(what)
                .flatMap(other -> other.evidence().stream())
                .filter(e -> after(step, within, e) && sameAnchor(step, e))
                .filter(e -> e.clarity() >= CLEAR && Witness.fromWithin(e) && !Witness.stopped(e))
                .min(Comparator.comparing((Evidence e) -> e.burst().first())
                        .thenComparing(e -> e.burst().firstId()));
    }

    private static boolean after(StepDraft step, Duration within, Evidence e) {
        return e.burst().first().isAfter(step.first())
                && e.burst().first().isBefore(step.last().plus(within));
    }

    private static boolean sameAnchor(StepDraft step, Evidence e) {
        return step.anchors().contains(e.burst().anchor());
    }

    /// An account did something that its owner does not usually do.
    private boolean used(Evidence e) {
        return e.clarity() >= CLEAR
                && !Witness.stopped(e)
                && accountUse.contains(e.burst().firstId());
    }

    private Set<String> keys(LinkKind kind, StepDraft step) {
        var keys = new HashSet<String>();
        step.evidence().forEach(e -> keys.addAll(ties.keys(kind, e)));
        return keys;
    }

    private boolean shares(LinkKind kind, Set<String> keys, Evidence e) {
        return ties.keys(kind, e).stream().anyMatch(keys::contains);
    }

    private Judged judged(Outcome outcome, String key, Evidence e, Object... more) {
        Instant at = e.burst().first();
        Object[] words = Stream.concat(
                        Stream.of(
                                e.burst().sample().title(),
                                CLOCK.format(at),
                                e.burst().anchor().value()),
                        Stream.of(more))
                .toArray();
        return new Judged(outcome, phrases.of(key, words), List.of(e.burst().firstId()));
    }
}
