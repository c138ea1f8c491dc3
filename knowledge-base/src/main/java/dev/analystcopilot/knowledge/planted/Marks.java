package dev.analystcopilot.knowledge.planted;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Signs that imitate a conversation with a model, or its answer, in the middle of data.
final class Marks {
    private static final List<String> ANCHORS = List.of(
            "<|",
            "[INST",
            "[/INST",
            "<<SYS",
            "##",
            "</",
            "<s",
            "<a",
            "<i",
            "<p",
            "<t",
            "[s",
            "[S",
            "[a",
            "[A",
            "role",
            "verdict",
            "disposition",
            "classification",
            "severity",
            "BEGIN",
            "begin ",
            "END ",
            "end of",
            "End of",
            "![");
    private static final String ROLES = "system|assistant|developer|user|human|instructions?|prompt|response";
    private static final int FAR = 40;
    private static final Pattern MARK = Pattern.compile(
            "<\\|\\s?[a-zA-Z_]{2,24}\\s?\\|?>"
                    + "|\\[/?INST\\]|<</?SYS>>"
                    + "|(?m:^|\\s)#{2,}\\s*(?i:(?:new |updated |real )?(?:" + ROLES + ")\\b\\s*:?)"
                    + "|</?(?:evidence|system_prompt|system|assistant|instructions?|prompt|tool_calls?|function_calls?"
                    + "|tool_response|tool_result|user_query|user_input|important|override|admin|untrusted|thinking|think)>"
                    + "|\\[/?(?i:system|assistant|developer|instructions?|admin|important)(?i: message| prompt| note)?\\](?!\\(\\s?[a-z/.]+:?[/.])"
                    + "|[\"']?\\brole[\"']?\\s*[:=]\\s*[\"'](?:system|assistant|developer)[\"']"
                    + "|(?i:\\b(?!end user)(?:begin|end|start)(?: of)?(?: the| new| real| hidden| secret)?"
                    + " (?:system|user|assistant|admin|trusted|untrusted|evidence|alert) ?(?:prompt|instructions?|message|data|input|context))");
    private static final Pattern ANSWER = Pattern.compile(
            "[{,\\[]\\s*[\"']?(?i:verdict|disposition|classification|severity|final_answer|triage|decision)[\"']?\\s*:\\s*[\"']?"
                    + "(?i:true.?positive|false.?positive|benign|informational|low\\b|none|closed?|insufficient.?data|误报|良性)");
    private static final Pattern SPEAKER = Pattern.compile(
            "(?:^|\\n)\\s*(?i:(?:system|assistant|developer|ai)(?: (?:prompt|message|note|instruction|override|notice))?"
                    + "|(?:admin|user|human) (?:prompt|message|note|instruction|override|notice))\\s?:"
                    + "\\s?\\p{L}+,? \\p{L}+,? \\p{L}+|(?:^|\\n)\\s*(?:系统|助手|用户)(?:消息|提示|指令|通知)?[:：]\\s?\\p{L}{4,}");

    /// A picture whose address waits for words to be filled in: looked at, it sends them.
    private static final Pattern PICTURE = Pattern.compile(
            "!\\[[^\\]\\n]{0,80}\\]\\(https?://[^)\\s]{0,200}[?&/=](?:[^)\\s]{0,40}[{<\\[%$]|[^)\\s]{0,40}=(?:[A-Z_]{4,})?\\))");
    private static final String LABEL = "(?i:output|answer|label|verdict|classification|disposition|result|assistant)";
    private static final String HARMLESS = "(?i:benign|false.?positive|harmless|no threat|safe|low|误报|良性)";
    /// Examples of a wrong answer, to be continued.
    private static final Pattern EXAMPLES = Pattern.compile(LABEL + "\\s?[:=]>?\\s?[\"']?" + HARMLESS
            + "\\b[^\\n]{0,40}(?s:.{1,200}?)" + LABEL + "\\s?[:=]>?\\s?[\"']?" + HARMLESS);

    private final Classes orders;

    Marks(Lexicon lexicon) {
        Classes all = Classes.NONE;
        for (String name : List.of("ignore", "set", "say", "you", "strong", "only", "must", "override", "noact")) {
            all = all.or(lexicon.classOf(name));
        }
        this.orders = all;
    }

    /// Whether [#in] may find something; cheap.
    static boolean possible(String text) {
        for (String anchor : ANCHORS) {
            if (text.contains(anchor)) {
                return true;
            }
        }
        int colon = text.indexOf(':');
        return (colon > 0 && colon < FAR) || text.indexOf('：') > 0;
    }

    /// @param there the classes of words in the text
    Optional<Planted> in(String text, Classes there) {
        Matcher mark = MARK.matcher(text);
        if (mark.find()) {
            return Optional.of(planted(text, mark.start(), 0.9));
        }
        Matcher answer = ANSWER.matcher(text);
        if (answer.find() && text.length() <= 2_000) {
            return Optional.of(new Planted(Kind.VERDICT, excerpt(text, answer.start()), 0.8));
        }
        Matcher picture = PICTURE.matcher(text);
        if (picture.find()) {
            return Optional.of(new Planted(Kind.LEAK, excerpt(text, picture.start()), 0.75));
        }
        Matcher examples = EXAMPLES.matcher(text);
        if (text.length() <= 2_000 && examples.find()) {
            return Optional.of(new Planted(Kind.VERDICT, excerpt(text, examples.start()), 0.7));
        }
        if (orders.meets(there)) {
            Matcher speaker = SPEAKER.matcher(text);
            if (speaker.find()) {
                return Optional.of(planted(text, speaker.start(), 0.7));
            }
        }
        return Optional.empty();
    }

    private static Planted planted(String text, int at, double score) {
        return new Planted(Kind.MARKUP, excerpt(text, at), score);
    }

    private static String excerpt(String text, int at) {
        int from = Math.max(0, at - 20);
        return text.substring(from, Math.min(text.length(), from + 160))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
