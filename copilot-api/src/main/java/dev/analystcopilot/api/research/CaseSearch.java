package dev.analystcopilot.api.research;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.CaseOutline;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocuments;
import dev.analystcopilot.triage.narrate.CaseMatcher;
import dev.analystcopilot.triage.narrate.Facts;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.TimeWindow;
import dev.analystcopilot.triage.narrate.words.Names;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Finds the cases that a question is about: by their outlines first, which are cheap, and then only the documents
/// that are told. May block.
@Component
public final class CaseSearch {
    private static final int LOOKED_AT = 2_000;
    private static final int READ = 10;
    /// `web-01` is `shop-web-01`, `web` is not `web-01` for sure.
    private static final double SAME = 0.7;

    private final Database database;

    CaseSearch(Database database) {
        this.database = database;
    }

    /// What a question is about.
    ///
    /// @param cases as [CaseMatcher] ranks them
    /// @param outside at most [Facts#MAX_OUTSIDE] with the named thing outside the named time that are attacks, or
    ///     more urgent than all within; the most urgent first
    public record Found(List<CaseDocument> cases, List<CaseDocument> outside) {
        public static final Found NONE = new Found(List.of(), List.of());

        public Found {
            cases = List.copyOf(cases);
            outside = List.copyOf(outside);
        }
    }

    /// As [CaseMatcher] ranks them.
    public List<CaseDocument> cases(Scope scope, Question question) {
        return find(scope, question).cases();
    }

    public Found find(Scope scope, Question question) {
        Set<String> ids = new LinkedHashSet<>(question.caseIds());
        Optional<String> technique = question.wants(Intent.EXPLAIN_TECHNIQUE)
                ? question.techniqueId().map(id -> '"' + id)
                : Optional.empty();
        List<CaseOutline> all = outlines(scope, Optional.empty(), Optional.empty(), technique);
        boolean particular =
                question.window().isPresent() || !question.mentions().isEmpty();
        Predicate<CaseOutline> inTime = outline -> inTime(question.window(), outline);
        Predicate<CaseOutline> named = outline -> names(question, outline);
        if (!particular || technique.isPresent()) {
            add(all, outline -> true, ids);
        } else {
            boolean mentions = !question.mentions().isEmpty() || all.stream().anyMatch(named);
            add(all, inTime.and(mentions ? named : outline -> true), ids);
            if (ids.size() == question.caseIds().size()) {
                // what comes near: the named thing at another time, or something else in that time
                add(all, named.or(question.window().isPresent() ? inTime : outline -> false), ids);
            }
        }
        Set<String> outside = question.isAboutCase() ? outside(question, all, ids) : Set.of();
        Set<String> wanted = new LinkedHashSet<>(ids);
        wanted.addAll(outside);
        List<CaseDocument> read = documents(scope, wanted);
        return new Found(
                CaseMatcher.best(
                        question,
                        read.stream()
                                .filter(document -> ids.contains(document.id()))
                                .toList()),
                read.stream()
                        .filter(document -> outside.contains(document.id()))
                        .sorted(Comparator.comparingDouble(CaseDocument::score).reversed())
                        .toList());
    }

    /// Whole cases, in the order of the ids.
    public List<CaseDocument> documents(Scope scope, Collection<String> ids) {
        return database.cases().find(scope, ids).stream()
                .map(CaseRow::document)
                .map(CaseDocuments::ofJson)
                .toList();
    }

    List<CaseOutline> outlines(Scope scope, Optional<Instant> from, Optional<Instant> to, Optional<String> text) {
        return database.cases().outlines(scope, from, to, text, LOOKED_AT);
    }

    private static void add(List<CaseOutline> all, Predicate<CaseOutline> wanted, Set<String> ids) {
        all.stream().filter(wanted).limit(READ).map(CaseOutline::id).forEach(ids::add);
    }

    /// Attacks on the same thing at another time, and what is more urgent there; nothing where the time has no case
    /// of that thing, as then all other times are told anyway.
    private static Set<String> outside(Question question, List<CaseOutline> all, Set<String> ids) {
        Optional<TimeWindow> window = question.window();
        OptionalDouble within = all.stream()
                .filter(outline -> ids.contains(outline.id()) && inTime(window, outline) && names(question, outline))
                .mapToDouble(CaseOutline::score)
                .max();
        if (window.isEmpty() || within.isEmpty()) {
            return Set.of();
        }
        return all.stream()
                .filter(outline -> !ids.contains(outline.id()) && !inTime(window, outline))
                .filter(outline -> outline.disposition() == Verdict.TRUE_POSITIVE
                        || (outline.disposition() == Verdict.INSUFFICIENT_DATA
                                && outline.score() > within.getAsDouble()))
                .filter(outline -> names(question, outline, SAME))
                .sorted(Comparator.comparingDouble(CaseOutline::score).reversed())
                .limit(Facts.MAX_OUTSIDE)
                .map(CaseOutline::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean inTime(Optional<TimeWindow> window, CaseOutline outline) {
        return window.map(time -> time.touches(outline.firstSeen(), outline.lastSeen()))
                .orElse(true);
    }

    static boolean names(Question question, CaseOutline outline) {
        return names(question, outline, Double.MIN_VALUE);
    }

    /// @param least how like the name has to be
    private static boolean names(Question question, CaseOutline outline, double least) {
        return outline.entityKeys().stream().anyMatch(key -> {
            int colon = key.indexOf(':');
            String type = key.substring(0, Math.max(0, colon));
            String value = key.substring(colon + 1);
            return question.mentions().stream().anyMatch(mention -> Names.likeness(mention, type, value) >= least)
                    || Names.spoken(question.text(), type, value);
        });
    }
}
