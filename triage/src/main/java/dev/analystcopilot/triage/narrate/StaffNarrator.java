package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.question.Question;
import java.util.List;
import java.util.Optional;

/// Answers any employee's questions, from documents only.
public final class StaffNarrator {

    /// @param passages what the search found for the asker, the best match first
    public Answer answer(Question question, List<PassageFact> passages) {
        return new Answer(question.language(), List.of(), List.of(), Optional.empty());
    }
}
