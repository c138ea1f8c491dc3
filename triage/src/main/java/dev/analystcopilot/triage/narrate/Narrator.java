package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.question.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers analysts' questions from facts alone: no clock, no model, the same answer every time. Thread-safe.
public final class Narrator {
    private final TechniqueCatalog catalog;

    public Narrator(TechniqueCatalog catalog) {
        this.catalog = catalog;
    }

    /// Ids of the alerts that an answer may cite, to be read from the store.
    ///
    /// @param cases as [CaseMatcher] ranks them
    public Set<String> alertsToRead(Question question, List<CaseDocument> cases) {
        return Set.of();
    }

    /// Names of the runbooks whose passages, in the question's language, the answer may quote.
    public List<String> runbooksToRead(Question question, List<CaseDocument> cases) {
        return cases.stream().limit(1).flatMap(c -> c.runbooks().stream()).toList();
    }

    public Answer answer(Question question, Facts facts) {
        return new Answer(
                question.language(),
                List.of(),
                runbooksToRead(question, facts.cases()),
                catalog.techniques().isEmpty()
                        ? Optional.empty()
                        : facts.cases().stream().map(CaseDocument::id).findFirst());
    }
}
