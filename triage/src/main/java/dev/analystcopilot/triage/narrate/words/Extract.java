package dev.analystcopilot.triage.narrate.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes points and sentences out of a passage's Markdown, as plain text.
public final class Extract {
    private static final Pattern ITEM = Pattern.compile("^(?:[-*+]|\\d{1,3}[.)、])\\s+");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+");
    private static final Pattern EMPHASIS = Pattern.compile("\\*\\*|__|`|(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)\\]\\(([^)]*)\\)");
    /// After a full stop, unless an initial, a number or an abbreviation came before it.
    private static final Pattern SENTENCE_END = Pattern.compile(
            "(?<=[。！？])|(?<=[.!?][\"”)]?)(?<!\\b(?:e\\.g|i\\.e|etc|vs|cf|[A-Z])\\.)\\s+(?=[\\p{Lu}\"“(])");

    private Extract() {}

    /// The list items of a passage, nested ones included; its sentences where it has no list.
    public static List<String> points(String markdown) {
        var points = new ArrayList<String>();
        boolean open = false;
        for (String line : markdown.lines().toList()) {
            String text = line.strip();
            if (ITEM.matcher(text).find()) {
                points.add(ITEM.matcher(text).replaceFirst(""));
                open = true;
            } else if (text.isEmpty()) {
                open = false;
            } else if (open) {
                points.set(points.size() - 1, points.getLast() + " " + text);
            }
        }
        return points.isEmpty()
                ? sentences(markdown)
                : points.stream().map(Extract::plain).toList();
    }

    /// The sentences of a passage, headings left out.
    public static List<String> sentences(String markdown) {
        var sentences = new ArrayList<String>();
        for (String paragraph : markdown.split("\\n\\s*\\n|\\n(?=\\s*(?:[-*+]|\\d{1,3}[.)、])\\s)")) {
            String text = paragraph.strip();
            if (text.isEmpty() || HEADING.matcher(text).find()) {
                continue;
            }
            for (String sentence : SENTENCE_END.split(plain(ITEM.matcher(text).replaceFirst("")))) {
                if (!sentence.isBlank()) {
                    sentences.add(sentence.strip());
                }
            }
        }
        return sentences;
    }

    /// Without markup, on one line; a link keeps its words.
    static String plain(String markdown) {
        String words = LINK.matcher(markdown).replaceAll("$1");
        return EMPHASIS.matcher(words).replaceAll("").replaceAll("\\s+", " ").strip();
    }
}
