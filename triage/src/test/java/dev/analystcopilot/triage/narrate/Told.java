package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.answer.AnswerPiece;
import dev.analystcopilot.triage.narrate.answer.MarkdownAnswer;
import dev.analystcopilot.triage.narrate.fact.NoTopic;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import dev.analystcopilot.triage.narrate.topic.AnalystNarrator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Asks the narrator about the example cases, the way the service does.
final class Told {
    private static final QuestionReader READER = new QuestionReader();
    private static final Narrator NARRATOR = new Narrator(TechniqueCatalog.load());
    private static final AnalystNarrator ALL = new AnalystNarrator(TechniqueCatalog.load(), NARRATOR);

    private Told() {}

    static Answer answer(String text) {
        return answer(text, Optional.empty(), List.of(IntranetCase.document(), IntranetCase.quiet()));
    }

    static Answer answer(String text, Optional<String> onScreen, List<CaseDocument> candidates) {
        Question question = READER.read(text, onScreen, IntranetCase.NOW);
        List<CaseDocument> cases = CaseMatcher.best(question, candidates);
        Map<String, AlertFact> known = candidates.isEmpty() ? Map.of() : IntranetCase.alerts(candidates.getFirst());
        Map<String, AlertFact> read = new HashMap<>(known);
        read.keySet().retainAll(NARRATOR.alertsToRead(question, cases));
        return ALL.answer(
                question,
                new Facts(cases, read, passages(question.language()), IntranetCase.coverage()),
                new NoTopic());
    }

    private static List<PassageFact> passages(Language language) {
        return Stream.concat(IntranetCase.runbook(language).stream(), Stream.of(IntranetCase.second(language)))
                .toList();
    }

    static String markdown(Answer answer) {
        return MarkdownAnswer.text(MarkdownAnswer.render(answer));
    }

    static List<AnswerPiece.Citation> citations(Answer answer) {
        return MarkdownAnswer.render(answer).stream()
                .filter(AnswerPiece.Citation.class::isInstance)
                .map(AnswerPiece.Citation.class::cast)
                .toList();
    }
}
