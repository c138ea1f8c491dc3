package dev.analystcopilot.api.openai;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.openai.Said.By;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import java.util.ArrayList;
import java.util.List;

/// Makes a question of a request. May block: the language is told by a model.
final class Inquiries {
    /// As in conversations on the page: more would crowd out the evidence.
    private static final int TURNS_REMEMBERED = 6;

    private static final int LONGEST_TURN = 4_000;
    private static final int LONGEST_WISH = 1_000;

    private final LanguageDetector detector = new LanguageDetector();

    /// @param caller with the rights that the answer may use
    Inquiry of(ChatRequest request, Caller caller) {
        return new Inquiry(
                caller,
                request.question(),
                request.caseId().filter(id -> caller.seesAlerts()),
                language(request),
                turns(request));
    }

    private Language language(ChatRequest request) {
        try {
            return request.lang()
                    .filter(code -> !code.equals("auto"))
                    .map(Language::ofCode)
                    .orElseGet(() -> detector.detect(request.question()));
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("'metadata.lang' must be en, zh or auto");
        }
    }

    /// A client's system message is no rule here: it comes as something that its user said, before everything else.
    private static List<Turn> turns(ChatRequest request) {
        List<Turn> turns = new ArrayList<>();
        String wish = request.wish();
        if (!wish.isBlank()) {
            turns.add(new Turn(Speaker.USER, "(My program's wish for form and tone: " + cut(wish, LONGEST_WISH) + ")"));
        }
        List<Said> before = request.before();
        before.subList(Math.max(0, before.size() - TURNS_REMEMBERED), before.size()).stream()
                .map(said -> new Turn(
                        said.by() == By.USER ? Speaker.USER : Speaker.ASSISTANT, cut(said.text(), LONGEST_TURN)))
                .forEach(turns::add);
        return turns;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
