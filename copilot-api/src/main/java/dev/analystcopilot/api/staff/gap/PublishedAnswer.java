package dev.analystcopilot.api.staff.gap;

import dev.analystcopilot.knowledge.text.Language;
import java.util.regex.Pattern;

/// A lead's answer as the Markdown document that it becomes.
final class PublishedAnswer {
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+\\S");
    private static final Pattern FENCE = Pattern.compile("(?m)^---\\s*$");

    private PublishedAnswer() {}

    /// @param question the one it answers, so that it is found by its words
    static String markdown(String ref, String title, String question, String text, Language language) {
        String body = FENCE.matcher(text.strip()).replaceAll("***");
        String answer = language == Language.ZH ? "回答" : "Answer";
        return """
                ---
                id: %s
                kind: staff
                audience: staff
                lang: %s
                title: %s
                questions:
                  - %s
                ---
                %s
                """.formatted(
                        ref,
                        language.code(),
                        line(title),
                        line(question),
                        HEADING.matcher(body).find() ? body : "## " + answer + "\n" + body);
    }

    /// One line that means nothing but itself.
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replace("\"", "”")
                .replaceAll("^[\\[\\-'#]+", "")
                .strip();
    }
}
