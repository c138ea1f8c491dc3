package dev.analystcopilot.api.inquiry;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Optional;

/// A question with what is known around it.
///
/// @param caseId the case on the asker's screen, if there is one
/// @param language the answer's
/// @param before what was said in this conversation, oldest first
public record Inquiry(Caller caller, String text, Optional<String> caseId, Language language, List<Turn> before) {
    public Inquiry {
        requireNonNull(caller, "caller");
        requireNonNull(text, "text");
        requireNonNull(caseId, "caseId");
        requireNonNull(language, "language");
        before = List.copyOf(before);
    }

    /// What the asker may see decides what the answer is made of.
    public Scope scope() {
        return new Scope(caller.tenant(), caller.seesAlerts() ? Audience.ANALYST : Audience.STAFF);
    }

    public boolean inChinese() {
        return language == Language.ZH;
    }

    /// For the prompt.
    public String languageName() {
        return inChinese() ? "Simplified Chinese" : "English";
    }

    public String pick(String english, String chinese) {
        return inChinese() ? chinese : english;
    }
}
