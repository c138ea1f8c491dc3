package dev.analystcopilot.knowledge.source.attack;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// ATT&CK's texts without their markup.
final class AttackText {
    private static final Pattern CITATION = Pattern.compile("\\s?\\(Citation:[^()]*+(?:\\([^()]*+\\)[^()]*+)*+\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]++)]\\((?:[^()\\s]++|\\([^()\\s]*+\\))*+\\)");
    private static final Pattern TAG = Pattern.compile("</?(?:code|br|b|i|em|strong|p|sub|sup)\\s*/?>");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00a0]{2,}+");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\s*\\n");

    private AttackText() {}

    /// Without citations; a link is its text.
    static String plain(String text) {
        String plain = text;
        if (plain.indexOf('(') >= 0) {
            plain = CITATION.matcher(plain).replaceAll("");
            plain = LINK.matcher(plain).replaceAll("$1");
        }
        if (plain.indexOf('<') >= 0) {
            plain = TAG.matcher(plain).replaceAll("");
        }
        if (plain.indexOf('&') >= 0) {
            plain = plain.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&nbsp;", " ")
                    .replace("&amp;", "&");
        }
        return SPACES.matcher(plain).replaceAll(" ").strip();
    }

    static List<String> paragraphs(String text) {
        return Arrays.stream(PARAGRAPH.split(text))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
