package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the cases that a question is about.
public final class CaseMatcher {
    private static final double NAMED_CASE = 10;
    private static final double CASE_ON_SCREEN = 1;

    private CaseMatcher() {}

    /// Those of the candidates that fit, the best first; where none does, those that come near: the named thing at
    /// another time, or something else in that time. All of them where the question is about nothing in particular.
    public static List<CaseDocument> best(Question question, List<CaseDocument> candidates) {
        List<CaseDocument> ranked = candidates.stream()
                .map(candidate -> new Ranked(candidate, rank(question, candidate)))
                .sorted(Comparator.comparingDouble(Ranked::rank)
                        .reversed()
                        .thenComparing(r -> r.document().firstSeen())
                        .thenComparing(r -> r.document().id()))
                .map(Ranked::document)
                .toList();
        List<CaseDocument> fitting =
                ranked.stream().filter(c -> fits(question, c)).toList();
        return fitting.isEmpty()
                ? ranked.stream().filter(c -> comesNear(question, c)).toList()
                : fitting;
    }

    /// The case that is told: the first that fits, or the one at the place by urgency that is asked for.
    ///
    /// @param ranked as [#best] ranks them
    public static Optional<CaseDocument> meant(Question question, List<CaseDocument> ranked) {
        int place = question.isRanked() ? question.specifics().places().getFirst() : 1;
        return ranked.stream()
                .filter(document -> fits(question, document))
                .skip(place - 1L)
                .findFirst();
    }

    /// Whether the case answers the question: it is named, or it has the named things in the named time.
    public static boolean fits(Question question, CaseDocument document) {
        boolean particular =
                question.window().isPresent() || !question.mentions().isEmpty();
        if (question.caseIds().contains(document.id()) && (!particular || names(question, document))) {
            return true;
        }
        if (!particular) {
            return question.caseIds().isEmpty();
        }
        return inTime(question, document)
                && (question.mentions().isEmpty() || !named(question, document).isEmpty());
    }

    static boolean comesNear(Question question, CaseDocument document) {
        return question.caseIds().contains(document.id())
                || (question.window().isPresent() && inTime(question, document))
                || !named(question, document).isEmpty();
    }

    public static boolean inTime(Question question, CaseDocument document) {
        return question.window()
                .map(window -> window.touches(document.firstSeen(), document.lastSeen()))
                .orElse(true);
    }

    /// The things of the case that the question names, the best fit first.
    public static List<EntityCount> named(Question question, CaseDocument document) {
        return document.entities().stream()
                .filter(entity -> likeness(question, entity) > 0)
                .sorted(Comparator.comparingDouble((EntityCount entity) -> -likeness(question, entity))
                        .thenComparing(EntityCount::alerts, Comparator.reverseOrder())
                        .thenComparing(EntityCount::value))
                .toList();
    }

    private static boolean names(Question question, CaseDocument document) {
        return question.text().contains(document.id());
    }

    private static double rank(Question question, CaseDocument document) {
        double rank = document.score();
        if (question.isRanked()) {
            return rank;
        }
        if (question.caseIds().contains(document.id())) {
            rank += names(question, document) ? NAMED_CASE : CASE_ON_SCREEN;
        }
        List<EntityCount> named = named(question, document);
        if (!named.isEmpty()) {
            double share = (double) named.getFirst().alerts() / Math.max(1, document.alertCount());
            rank += 3 * likeness(question, named.getFirst()) + 0.5 * Math.min(1, share);
        }
        return rank + (question.window().isPresent() && inTime(question, document) ? 2 : 0);
    }

    private static double likeness(Question question, EntityCount entity) {
        double best = question.mentions().stream()
                .mapToDouble(mention -> Names.likeness(mention, entity.type(), entity.value()))
                .max()
                .orElse(0);
        return Math.max(best, Names.spoken(question.text(), entity.type(), entity.value()) ? 1 : 0);
    }

    private record Ranked(CaseDocument document, double rank) {}
}
