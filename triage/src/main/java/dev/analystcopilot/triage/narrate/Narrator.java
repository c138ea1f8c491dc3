package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Wording;
import dev.analystcopilot.triage.phrase.Phrases;
import dev.analystcopilot.triage.technique.TechniqueHint;
import dev.analystcopilot.triage.technique.TechniqueHints;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Answers analysts' questions from facts alone: no clock, no model, the same answer every time. Thread-safe.
public final class Narrator {
    /// Cases whose alerts are read: the one that is told and those with a technique that is asked for.
    private static final int CASES_WITH_ALERTS = 5;
    private static final int MAX_RUNBOOKS = 4;

    private final TechniqueCatalog catalog;
    private final Phrases phrases = Wording.phrases();
    private final Documents documents = new Documents();
    private final List<TechniqueHint> hints = TechniqueHints.load().all();

    public Narrator(TechniqueCatalog catalog) {
        this.catalog = catalog;
    }

    /// Ids of the alerts that an answer may cite, to be read from the store.
    ///
    /// @param cases as [CaseMatcher] ranks them
    public Set<String> alertsToRead(Question question, List<CaseDocument> cases) {
        Set<String> ids = new LinkedHashSet<>();
        Optional<String> technique =
                question.wants(Intent.EXPLAIN_TECHNIQUE) ? question.techniqueId() : Optional.empty();
        if (technique.isPresent()) {
            cases.stream()
                    .flatMap(document -> document.steps().stream())
                    .filter(step -> TechniqueStory.isOf(step, technique.get()))
                    .limit(CASES_WITH_ALERTS)
                    .forEach(step -> ids.addAll(Citations.toRead(step)));
        } else {
            subject(question, cases)
                    .ifPresent(document -> document.steps().forEach(step -> ids.addAll(Citations.toRead(step))));
        }
        return ids;
    }

    /// Names of the runbooks whose passages, in the question's language, the answer may quote.
    public List<String> runbooksToRead(Question question, List<CaseDocument> cases) {
        Optional<String> technique =
                question.wants(Intent.EXPLAIN_TECHNIQUE) ? question.techniqueId() : Optional.empty();
        if (technique.isPresent()) {
            return hints.stream()
                    .filter(hint -> TechniqueStory.covers(technique.get(), hint.technique()))
                    .map(TechniqueHint::scenario)
                    .distinct()
                    .limit(MAX_RUNBOOKS)
                    .toList();
        }
        return subject(question, cases).stream()
                .flatMap(document -> document.runbooks().stream())
                .limit(MAX_RUNBOOKS)
                .toList();
    }

    /// The case whose past is to be looked up: the one that is told, where the question is about more than its course.
    ///
    /// @param cases as [CaseMatcher] ranks them
    public Optional<CaseDocument> caseToTell(Question question, List<CaseDocument> cases) {
        boolean past = question.wants(Intent.WHAT_HAPPENED) || question.wants(Intent.WHY);
        boolean other = question.wants(Intent.EXPLAIN_TECHNIQUE) || question.wants(Intent.LIST_CASES);
        return past && !other ? subject(question, cases) : Optional.empty();
    }

    /// @param facts with cases as [CaseMatcher] ranks them
    public Answer answer(Question question, Facts facts) {
        var wording = new Wording(phrases, question.language());
        var citations = new Citations(facts.alerts(), wording);
        var verdict = new CaseVerdict(wording, citations);
        var list = new CaseList(wording, citations, verdict);
        var nextSteps = new NextSteps(wording, citations);
        Optional<CaseDocument> subject = subject(question, facts.cases());
        Optional<String> technique = question.techniqueId();
        if (question.wants(Intent.EXPLAIN_TECHNIQUE) && technique.isPresent()) {
            var story = new TechniqueStory(catalog, wording, citations, nextSteps);
            return answer(question, story.blocks(technique.get(), runbooksToRead(question, facts.cases()), facts));
        }
        if (question.wants(Intent.LIST_CASES)) {
            return answer(question, list.mostUrgent(question, facts));
        }
        if (subject.isEmpty() || !question.isSpecific()) {
            List<Block> known = new KnowledgeStory(wording, citations, documents).blocks(question, facts.passages());
            boolean askedFor = question.wants(Intent.NEXT_STEPS) || question.wants(Intent.KNOWLEDGE);
            if (!known.isEmpty() && askedFor) {
                return answer(question, known);
            }
        }
        if (subject.isEmpty()) {
            return answer(question, new NothingFound(wording, citations, list).blocks(question, facts));
        }
        List<Block> blocks =
                new CaseAnswer(wording, citations, verdict, list, nextSteps).blocks(question, subject.get(), facts);
        return new Answer(
                question.language(),
                blocks,
                subject.get().runbooks(),
                Optional.of(subject.get().id()));
    }

    /// The case that is told: the first that fits. A question that only documents can answer has none, unless it names
    /// something that a case has.
    private static Optional<CaseDocument> subject(Question question, List<CaseDocument> cases) {
        boolean documentsOnly = question.intents().equals(Set.of(Intent.KNOWLEDGE))
                || (question.wants(Intent.KNOWLEDGE) && !question.isSpecific());
        return documentsOnly ? Optional.empty() : CaseMatcher.meant(question, cases);
    }

    private static Answer answer(Question question, List<Block> blocks) {
        return new Answer(question.language(), blocks, List.of(), Optional.empty());
    }
}
