package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.triage.disposition.Reason;
import dev.analystcopilot.triage.learning.Coverage.Breach;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts what is said of a case's alerts together. A case is set aside only if every alert of it is covered; one that
/// goes beyond what was judged shows it again. A floor gives way to a verdict on this very case or alert only, never to
/// one on all alike: then a person looked at it.
public final class CaseReviewer {
    static final int MOST_REASONS = 5;

    private final Suppressions suppressions;
    private final Phrases phrases;

    public CaseReviewer(Suppressions suppressions, Phrases phrases) {
        this.suppressions = suppressions;
        this.phrases = phrases;
    }

    /// @param floor why it must not be set aside; empty if it may
    public Review review(String caseId, Collection<StoredAlert> alerts, Optional<Reason> floor) {
        var covered = new ArrayList<Judgement>();
        var breached = new ArrayList<Coverage.Breached>();
        boolean leftOut = false;
        boolean alikeOnly = false;
        for (StoredAlert alert : alerts) {
            switch (suppressions.cover(Optional.of(caseId), alert)) {
                case Coverage.Uncovered ignored -> leftOut = true;
                case Coverage.Covered(Judgement by) -> {
                    covered.add(by);
                    alikeOnly |= !looksAt(by.verdict(), caseId, alert);
                }
                case Coverage.Breached breach -> breached.add(breach);
            }
        }
        Optional<Judgement> attack = latest(covered, Verdict.TRUE_POSITIVE);
        if (attack.isPresent()) {
            return new Review.Holds(attack.get(), Verdict.TRUE_POSITIVE);
        }
        if (!breached.isEmpty()) {
            return new Review.Reopened(breached.getFirst().by(), reasons(breached));
        }
        boolean unsettled = covered.stream()
                .map(Judgement::verdict)
                .anyMatch(verdict -> !verdict.verdict().setAside() && verdict.subject() != Subject.CASE);
        if (leftOut || unsettled || covered.isEmpty()) {
            return new Review.Untouched();
        }
        Judgement by = covered.stream().max(BY_TIME).orElseThrow();
        if (floor.isPresent() && alikeOnly && by.verdict().verdict().setAside()) {
            return new Review.Reopened(by, List.of(floor.get()));
        }
        return new Review.Holds(by, by.verdict().verdict());
    }

    private static final Comparator<Judgement> BY_TIME = Comparator.comparing(
                    (Judgement j) -> j.verdict().at())
            .thenComparing(j -> j.verdict().id());

    /// Whether the person looked at this alert, or at the case it stands in.
    private static boolean looksAt(HumanVerdict verdict, String caseId, StoredAlert alert) {
        return (verdict.subject() == Subject.CASE && verdict.subjectId().equals(caseId))
                || (verdict.subject() == Subject.ALERT && verdict.subjectId().equals(alert.id()));
    }

    private static Optional<Judgement> latest(List<Judgement> covered, Verdict verdict) {
        return covered.stream().filter(by -> by.verdict().verdict() == verdict).max(BY_TIME);
    }

    private List<Reason> reasons(List<Coverage.Breached> breached) {
        return breached.stream()
                .map(Coverage.Breached::breach)
                .map(this::reason)
                .distinct()
                .limit(MOST_REASONS)
                .toList();
    }

    private Reason reason(Breach breach) {
        return switch (breach) {
            case Breach.Ended ended ->
                new Reason("verdict-ended", phrases.of("learning.ended", ended.title(), day(ended)));
            case Breach.HigherSeverity higher ->
                new Reason(
                        "higher-severity",
                        phrases.of(
                                "learning.higher-severity", higher.title(), word(higher.now()), word(higher.judged())));
            case Breach.NewEntity entity ->
                new Reason(
                        "new-entity",
                        phrases.of(
                                "learning.new-entity",
                                entity.title(),
                                phrases.of("learning.entity." + entity.entity().type()),
                                entity.entity().value()));
            case Breach.NewKind kind -> new Reason("new-kind", phrases.of("learning.new-kind", kind.title()));
        };
    }

    private static String day(Breach.Ended ended) {
        return ended.end().toString().substring(0, 10);
    }

    private Object word(Severity severity) {
        return phrases.of("severity." + severity.name());
    }
}
