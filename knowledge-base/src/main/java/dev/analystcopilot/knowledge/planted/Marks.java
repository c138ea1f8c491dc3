package dev.analystcopilot.knowledge.planted;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Signs that imitate a conversation with a model, or its answer, in the middle of data.
final class Marks {
    private static final String ROLES = "system|assistant|developer|user|human|instructions?|prompt|response";
    private static final int SHORT = 2_000;
    private static final Pattern MARK = Pattern.compile(
            "<\\|\\s?[a-zA-Z_]{2,24}\\s?\\|?>"
                    + "|\\[/?INST\\]|<</?SYS>>"
                    + "|(?<![^\\s])#{2,}\\s*(?i:(?:new |updated |real )?(?:" + ROLES + ")\\b\\s*:?)"
                    + "|</?(?:evidence|system_prompt|system|assistant|instructions?|prompt|tool_calls?|function_calls?"
                    + "|tool_response|tool_result|user_query|user_input|important|override|admin|untrusted|thinking|think)>"
                    + "|\\[/?(?i:system|assistant|developer|instructions?|admin|important)(?i: message| prompt| note)?\\](?!\\(\\s?[a-z/.]+:?[/.])"
                    + "|\\brole[\"']?\\s*[:=]\\s*[\"'](?:system|assistant|developer)[\"']"
                    + "|(?i:\\b(?!end user)(?:begin|end|start)(?: of)?(?: the| new| real| hidden| secret)?"
                    + " (?:system|user|assistant|admin|trusted|untrusted|evidence|alert) ?(?:prompt|instructions?|message|data|input|context))");
    private static final Pattern ANSWER = Pattern.compile(
            "[{,\\[]\\s*[\"']?(?i:verdict|disposition|classification|severity|final_answer|triage|decision)[\"']?\\s*:\\s*[\"']?"
                    + "(?i:true.?positive|false.?positive|benign|informational|low\\b|none|closed?|insufficient.?data|误报|良性)");
    private static final Pattern SPEAKER = Pattern.compile(
            "\\s*(?i:(?:system|assistant|developer|ai)(?: (?:prompt|message|note|instruction|override|notice))?"
                    + "|(?:admin|user|human) (?:prompt|message|note|instruction|override|notice))\\s?:"
                    + "\\s?\\p{L}+,? \\p{L}+,? \\p{L}+|\\s*(?:系统|助手|用户)(?:消息|提示|指令|通知)?[:：]\\s?\\p{L}{4,}");

    /// A picture whose address waits for words to be filled in: looked at, it sends them.
    private static final Pattern PICTURE = Pattern.compile(
            "!\\[[^\\]\\n]{0,80}\\]\\(https?://[^)\\s]{0,200}[?&/=](?:[^)\\s]{0,40}[{<\\[%$]|[^)\\s]{0,40}=(?:[A-Z_]{4,})?\\))");
    private static final String LABEL = "(?i:output|answer|label|verdict|classification|disposition|result|assistant)";
    private static final String HARMLESS = "(?i:benign|false.?positive|harmless|no threat|safe|误报|良性)";
    /// Examples of a wrong answer, to be continued.
    private static final Pattern EXAMPLES = Pattern.compile(LABEL + "\\s?[:=]>?\\s?[\"']?" + HARMLESS
            + "\\b[^\\n]{0,40}(?s:.{1,200}?)" + LABEL + "\\s?[:=]>?\\s?[\"']?" + HARMLESS);

    private final Classes orders;
    private final Classes harmless;

    Marks(Lexicon lexicon) {
        Classes all = Classes.NONE;
        for (String name : List.of("ignore", "set", "say", "you", "strong", "only", "must", "override", "noact")) {
            all = all.or(lexicon.classOf(name));
        }
        this.orders = all;
        this.harmless = lexicon.classOf("strong").or(lexicon.classOf("weak"));
    }

    /// Each pattern is tried only where it can begin: most text has no such place.
    ///
    /// @param there the classes of words in the text
    Optional<Planted> in(String text, Classes there) {
        boolean ordered = orders.meets(there);
        Planted best = null;
        boolean line = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            Planted found = switch (c) {
                case '<', '#' -> mark(text, i);
                case '[' -> better(mark(text, i), answer(text, i));
                case 'r', 'b', 'e', 's', 'B', 'E', 'S' -> beginsMark(text, i) ? mark(text, i) : null;
                case '{', ',' -> answer(text, i);
                case '!' -> text.startsWith("![", i) ? at(PICTURE, text, i, Kind.LEAK, 0.75) : null;
                default -> null;
            };
            if (line && ordered && found == null && beginsSpeaker(text, i)) {
                found = at(SPEAKER, text, i, Kind.MARKUP, 0.7);
            }
            line = c == '\n';
            best = better(best, found);
            if (best != null && best.score() >= 0.9) {
                return Optional.of(best);
            }
        }
        if (best == null && text.length() <= SHORT && harmless.meets(there)) {
            Matcher examples = EXAMPLES.matcher(text);
            if (examples.find()) {
                best = new Planted(Kind.VERDICT, excerpt(text, examples.start()), 0.7);
            }
        }
        return Optional.ofNullable(best);
    }

    private static @Nullable Planted better(@Nullable Planted one, @Nullable Planted other) {
        return one == null || (other != null && other.score() > one.score()) ? other : one;
    }

    private static @Nullable Planted mark(String text, int at) {
        return at(MARK, text, at, Kind.MARKUP, 0.9);
    }

    private static boolean beginsMark(String text, int at) {
        if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            return false;
        }
        String word = switch (text.charAt(at)) {
            case 'r' -> "role";
            case 'b', 'B' -> "begin";
            case 'e', 'E' -> "end";
            default -> "start";
        };
        return text.regionMatches(true, at, word, 0, word.length());
    }

    /// Whether a line can begin with the name of a speaker: a system, an assistant, a developer, a user, a human.
    private static boolean beginsSpeaker(String text, int line) {
        int at = line;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() && "sadhu系助用\n\r\t".indexOf(Letters.lower(text.charAt(at))) >= 0;
    }

    private static @Nullable Planted answer(String text, int at) {
        int name = at + 1;
        while (name < text.length() && " \t\r\n\"'".indexOf(text.charAt(name)) >= 0) {
            name++;
        }
        boolean named = name < text.length() && "vdcsft".indexOf(Letters.lower(text.charAt(name))) >= 0;
        return named && text.length() <= SHORT ? at(ANSWER, text, at, Kind.VERDICT, 0.8) : null;
    }

    private static @Nullable Planted at(Pattern pattern, String text, int at, Kind kind, double score) {
        Matcher matcher = pattern.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        return matcher.lookingAt() ? new Planted(kind, excerpt(text, at), score) : null;
    }

    private static String excerpt(String text, int at) {
        int from = Math.max(0, at - 20);
        return text.substring(from, Math.min(text.length(), from + 160))
                .replaceAll("\\s+", " ")
                .strip();
    }
}
