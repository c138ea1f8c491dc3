package dev.analystcopilot.knowledge.technique;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that asks for a technique's page, as far as that can be told from its form. Multiple-choice options are
/// parted
/// from what is asked, since all but one of them lead astray.
///
/// @param asked the text without its options
/// @param options the rest; empty if there is none
/// @param members whether it asks for sub-techniques of what it names
record Question(String asked, String options, boolean members) {
    private static final Pattern FORM = Pattern.compile(
            "[?？]\\s*$|^\\W*(?:(?:in|on|at|by|to|for|from|with|under|through)\\s+)?(?:which|what|how|why|where|when|who|whose)\\b"
                    + "|哪|什么|甚么|如何|怎么|怎样|为何|吗",
            Pattern.CASE_INSENSITIVE);
    /// `A) … B) …`, `A. … B. …`, `(A) … (B) …`, on one line or several.
    private static final Pattern OPTIONS =
            Pattern.compile("[\\s(（]A[).:、）．]\\s*\\S.*?[\\s(（]B[).:、）．]\\s*\\S", Pattern.DOTALL);
    private static final Pattern MEMBERS = Pattern.compile(
            "\\bsub-?techniques?\\s+(?:of|for|under|in|belong\\w*\\s+to)\\b|子技术", Pattern.CASE_INSENSITIVE);

    /// Stems that such questions are made of beside their subject.
    private static final Set<String> ASKING = Set.of(
            "techniqu",
            "sub",
            "subtechniqu",
            "adversari",
            "attack",
            "attck",
            "att",
            "ck",
            "mitr",
            "follow",
            "describ",
            "best",
            "involv",
            "us",
            "categori",
            "belong",
            "refer",
            "exampl",
            "type",
            "one",
            "call",
            "name",
            "correspond");

    /// Its words without those; all of them if nothing else is left.
    static Map<String, Integer> subject(Map<String, Integer> words) {
        Map<String, Integer> subject = new HashMap<>(words);
        subject.keySet().removeAll(ASKING);
        return subject.isEmpty() ? words : subject;
    }

    /// None if the text only states something.
    static Optional<Question> of(String text) {
        Matcher options = OPTIONS.matcher(text);
        boolean chosen = options.find();
        String asked = chosen ? text.substring(0, options.start()).strip() : text;
        if (!chosen && !FORM.matcher(text).find()) {
            return Optional.empty();
        }
        return Optional.of(
                asked.isEmpty()
                        ? new Question(text, "", false)
                        : new Question(
                                asked,
                                chosen ? text.substring(options.start()).strip() : "",
                                MEMBERS.matcher(asked).find()));
    }
}
