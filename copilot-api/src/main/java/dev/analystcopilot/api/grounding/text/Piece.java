package dev.analystcopilot.api.grounding.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A sentence with the Markdown around it taken off, so that it can be struck without breaking lists and tables.
///
/// @param before blanks, line ends, bullets, list numbers, signs of headings and quotations
/// @param core the sentence, its emphasis in pairs
/// @param after blanks
/// @param heading whether it is one
/// @param row whether it is a row of a table
public record Piece(String before, String core, String after, boolean heading, boolean row) {
    private static final Pattern BEFORE = Pattern.compile(
            "\\s*(?:(?:[-*+•]|\\d{1,2}[.)、]|[一二三四五六七八九十]{1,2}、|[（(]\\d{1,2}[)）])(?=\\s|[^\\s\\d*.-])\\s*|(?<h>#{1,6})\\s+|>\\s*|\\[[ xX]]\\s+)*");
    private static final Pattern RULE = Pattern.compile("\\|?[\\s:|-]+\\|?|[-*_\\s]{3,}");
    private static final Pattern PLAIN_CODE = Pattern.compile("`");

    /// @param lineStart whether it begins a line
    public static Piece of(String clean, boolean lineStart) {
        String stripped = clean.stripTrailing();
        String after = clean.substring(stripped.length());
        Matcher begin = BEFORE.matcher(stripped);
        boolean row = lineStart && stripped.strip().startsWith("|");
        int start = stripped.length() - stripped.stripLeading().length();
        boolean heading = false;
        if (lineStart && !row && begin.lookingAt()) {
            start = begin.end();
            heading = begin.group("h") != null;
        }
        return new Piece(stripped.substring(0, start), balanced(stripped.substring(start)), after, heading, row);
    }

    /// Emphasis that does not end in this sentence is left out: the other half may be struck.
    private static String balanced(String core) {
        String text = even(core, "**");
        text = even(text, "__");
        text = PLAIN_CODE.matcher(text).results().count() % 2 == 0 ? text : text.replace("`", "");
        return single(text);
    }

    private static String even(String text, String sign) {
        return (text.length() - text.replace(sign, "").length()) / sign.length() % 2 == 0
                ? text
                : text.replace(sign, "");
    }

    private static String single(String text) {
        long stars = text.replace("**", "").chars().filter(c -> c == '*').count();
        return stars % 2 == 0
                ? text
                : text.replace("**", "\u0000").replace("*", "\\*").replace("\u0000", "**");
    }

    /// Nothing is said: a rule, the line below a table's head.
    public boolean isRule() {
        return core.isEmpty() || RULE.matcher(core).matches();
    }

    /// What people read of it: without emphasis. Code spans keep their signs, as quotations do.
    public String plain() {
        return core.replace("**", "")
                .replace("__", "")
                .replaceAll("(?<!\\\\)\\*", "")
                .replaceAll("(?<![\\w])_|_(?![\\w])", "")
                .replaceAll(row ? "^\\s*\\|\\s*\\d{1,2}\\s*(?=\\|)" : "$^", "")
                .replace("|", " ")
                .strip();
    }

    public String shown() {
        return before + Marks.uniform(core) + after;
    }

    /// Struck through, as plain words: no link, no emphasis, no code is left in it.
    public String struck() {
        if (row) {
            return before
                    + core.replaceAll("\\s*([^|]+?)\\s*(?=\\||$)", " ~~$1~~ ").replace("~~ ~~", " ")
                    + after;
        }
        return before + "~~" + bare() + "~~" + after;
    }

    private String bare() {
        return core.replaceAll("[*`~<>]", "").replace("://", "[:]//").strip();
    }

    public String labelled(String label) {
        String text = Marks.uniform(core);
        if (row) {
            int end = text.lastIndexOf('|');
            return end > 0
                    ? before + text.substring(0, end) + label + " " + text.substring(end) + after
                    : before + text + label + after;
        }
        return before + text + label + after;
    }
}
