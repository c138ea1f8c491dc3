package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.narrate.CaseList;
import dev.analystcopilot.triage.narrate.CaseVerdict;
import dev.analystcopilot.triage.narrate.Citations;
import dev.analystcopilot.triage.narrate.Facts;
import dev.analystcopilot.triage.narrate.Narrator;
import dev.analystcopilot.triage.narrate.SeenBefore;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.fact.ComparedCases;
import dev.analystcopilot.triage.narrate.fact.CountFacts;
import dev.analystcopilot.triage.narrate.fact.EntityFacts;
import dev.analystcopilot.triage.narrate.fact.HuntFacts;
import dev.analystcopilot.triage.narrate.fact.NoTopic;
import dev.analystcopilot.triage.narrate.fact.OneAlert;
import dev.analystcopilot.triage.narrate.fact.PastOfCase;
import dev.analystcopilot.triage.narrate.fact.ShiftFacts;
import dev.analystcopilot.triage.narrate.fact.TextFacts;
import dev.analystcopilot.triage.narrate.fact.Topic;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Wording;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.List;
import java.util.Optional;

/// Answers all that analysts ask, from facts alone: no clock, no model, the same answer every time. Thread-safe.
public final class AnalystNarrator {
    private final TechniqueCatalog catalog;
    private final Narrator cases;
    private final Phrases phrases = Wording.phrases();

    /// @param cases tells of cases and documents
    public AnalystNarrator(TechniqueCatalog catalog, Narrator cases) {
        this.catalog = catalog;
        this.cases = cases;
    }

    public Answer answer(Question question, Facts facts, Topic topic) {
        var wording = new Wording(phrases, question.language());
        var citations = new Citations(facts.alerts(), wording);
        var teller = new Teller(wording, citations);
        if (Courtesy.answers(question)) {
            return answer(question, new Courtesy(teller).blocks(question, facts.cases()), Optional.empty());
        }
        Answer answer = told(question, facts, topic, teller);
        return question.specifics().isUnsure() ? answer.after(teller.unsure()) : answer;
    }

    private Answer told(Question question, Facts facts, Topic topic, Teller teller) {
        Wording wording = teller.wording();
        Citations citations = teller.citations();
        var verdict = new CaseVerdict(wording, citations);
        var seenBefore = new SeenBefore(wording, citations);
        return switch (topic) {
            case NoTopic ignored -> cases.answer(question, facts);
            case ComparedCases compared ->
                answer(question, new CompareStory(teller, verdict).blocks(compared.cases()), Optional.empty());
            case CountFacts count -> answer(question, new CountStory(teller).blocks(count), Optional.empty());
            case HuntFacts hunt -> answer(question, new HuntStory(teller).blocks(hunt), Optional.empty());
            case EntityFacts entity ->
                answer(
                        question,
                        new EntityStory(teller, new CaseList(wording, citations, verdict)).blocks(entity),
                        Optional.empty());
            case OneAlert alert ->
                answer(
                        question,
                        new AlertStory(catalog, teller, seenBefore).blocks(alert),
                        alert.inCase().map(found -> found.id()));
            case PastOfCase past ->
                answer(
                        question,
                        new PastStory(teller, seenBefore, verdict).blocks(past, facts),
                        past.told().map(found -> found.id()));
            case ShiftFacts shift -> answer(question, new ShiftStory(teller, verdict).blocks(shift), Optional.empty());
            case TextFacts text ->
                answer(question, new TechniqueOfText(catalog, teller).blocks(text), Optional.empty());
        };
    }

    private static Answer answer(Question question, List<Block> blocks, Optional<String> caseId) {
        return new Answer(question.language(), blocks, List.of(), caseId);
    }
}
