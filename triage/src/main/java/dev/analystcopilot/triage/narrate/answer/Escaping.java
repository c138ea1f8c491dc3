package dev.analystcopilot.triage.narrate.answer;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes plain text safe to stand in Markdown: it reads the same and does nothing. Alert text is written by attackers.
///
/// What looks like a citation mark loses its brackets: the page finds marks in the text, escaped or not, and only ours
/// may count.
final class Escaping {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029&&[^\\n\\t\\u200d]]");
    private static final Pattern MARK = Pattern.compile("[\\[【［]([\\s\\d,，]*)[\\]】］]");
    private static final Pattern LINK_PARTS = Pattern.compile("([\\]】］])(?=[\\[(:（])");
    private static final Pattern SPECIAL =
            Pattern.compile("\\\\(?=\\p{Punct})|[`*<>~|]|(?<![\\p{L}\\d])_|_(?![\\p{L}\\d])|&(?=#|\\p{L}+;)");
    private static final Pattern BLOCK_START = Pattern.compile("^(#|>|[-+=](?=[\\s=-]|$)|\\d{1,9}(?=[.)]\\s))");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(h)tt(ps?)://|\\bf(tp)://");
    private static final Pattern WWW = Pattern.compile("(?i)\\bwww\\.");
    private static final Pattern AT = Pattern.compile("(?<=[\\w.+-])@(?=[\\w-]+\\.)");
    private static final Pattern IPV4 =
            Pattern.compile("(?<![\\d.])((?:\\d{1,3}\\.){2}\\d{1,3})\\.(\\d{1,3})(?![\\d.]*\\d)");
    private static final Pattern OWN_NETWORK =
            Pattern.compile("(?:10|127|169\\.254|192\\.168|172\\.(?:1[6-9]|2\\d|3[01])|0)\\..*");

    private Escaping() {}

    /// @param starts whether the text begins a line
    static String markdown(String text, boolean starts) {
        String line =
                INVISIBLE.matcher(text).replaceAll("").replaceAll("\\s+", " ").strip();
        line = MARK.matcher(line).replaceAll("($1)");
        line = LINK_PARTS.matcher(line).replaceAll("$1 ");
        line = SPECIAL.matcher(line).replaceAll("\\\\$0");
        return starts ? BLOCK_START.matcher(line).replaceFirst(Escaping::startEscaped) : line;
    }

    private static String startEscaped(MatchResult m) {
        String start = m.group();
        return Character.isDigit(start.charAt(0)) ? start + "\\\\" : "\\\\" + start;
    }

    /// Addresses made unusable by accident, as analysts write them; the own network's stay readable.
    static String defanged(String text) {
        String safe = SCHEME.matcher(text)
                .replaceAll(m -> m.group(1) == null ? "fxp://" : m.group(1) + "xx" + m.group(2) + "://");
        safe = WWW.matcher(safe).replaceAll(m -> m.group().substring(0, 3) + "[.]");
        safe = AT.matcher(safe).replaceAll("[@]");
        return IPV4.matcher(safe)
                .replaceAll(
                        m -> OWN_NETWORK.matcher(m.group()).matches() ? m.group() : m.group(1) + "[.]" + m.group(2));
    }
}
