package dev.analystcopilot.api.research;

import dev.analystcopilot.knowledge.postgres.CaseOutline;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocuments;
import dev.analystcopilot.triage.narrate.CaseMatcher;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Names;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/// Finds the cases that a question is about: by their outlines first, which are cheap, and then only the documents
/// that are told. May block.
@Component
public final class CaseSearch {
    private static final int LOOKED_AT = 2_000;
    private static final int READ = 10;

    private final Database database;

    CaseSearch(Database database) {
        this.database = database;
    }

    /// As [CaseMatcher] ranks them.
    public List<CaseDocument> cases(Scope scope, Question question) {
        Set<String> ids = new LinkedHashSet<>(question.caseIds());
        Optional<String> technique = question.wants(Intent.EXPLAIN_TECHNIQUE)
                ? question.techniqueId().map(id -> '"' + id)
                : Optional.empty();
        List<CaseOutline> all = outlines(scope, Optional.empty(), Optional.empty(), technique);
        boolean particular =
                question.window().isPresent() || !question.mentions().isEmpty();
        Predicate<CaseOutline> inTime = outline -> question.window()
                .map(window -> window.touches(outline.firstSeen(), outline.lastSeen()))
                .orElse(true);
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
        return CaseMatcher.best(question, documents(scope, ids));
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

    static boolean names(Question question, CaseOutline outline) {
        return outline.entityKeys().stream().anyMatch(key -> {
            int colon = key.indexOf(':');
            String type = key.substring(0, Math.max(0, colon));
            String value = key.substring(colon + 1);
            return question.mentions().stream().anyMatch(mention -> Names.likeness(mention, type, value) > 0)
                    || Names.spoken(question.text(), type, value);
        });
    }
}
