package dev.analystcopilot.knowledge.source;

import java.util.ArrayList;
import java.util.List;

/// Joins the paragraphs of plain text to passages that an embedding model reads whole, by an estimate of its tokens: at
/// paragraphs, or, where one alone is too long, at its lines.
public final class Paragraphs {
    /// The models read 512 tokens; title and heading come before the text.
    public static final int MAX_TOKENS = 400;

    private Paragraphs() {}

    public static List<String> cut(List<String> blocks) {
        var pieces = new ArrayList<String>();
        for (String block : blocks) {
            if (tokens(block) <= MAX_TOKENS) {
                pieces.add(block);
            } else {
                pieces.addAll(joined(
                        block.lines().flatMap(line -> lines(line).stream()).toList(), "\n"));
            }
        }
        return joined(pieces, "\n\n");
    }

    private static List<String> joined(List<String> parts, String separator) {
        var passages = new ArrayList<String>();
        var current = new StringBuilder();
        for (String part : parts) {
            if (!current.isEmpty() && tokens(current) + tokens(part) > MAX_TOKENS) {
                passages.add(current.toString());
                current.setLength(0);
            }
            current.append(current.isEmpty() ? "" : separator).append(part);
        }
        if (!current.isEmpty()) {
            passages.add(current.toString());
        }
        return passages;
    }

    /// One line, cut hard if it is too long by itself.
    private static List<String> lines(String line) {
        var parts = new ArrayList<String>();
        int from = 0;
        // So many characters are always too many tokens, and not worth counting.
        while (line.length() - from > MAX_TOKENS * 4 || tokens(line.substring(from)) > MAX_TOKENS) {
            // A token has at least one character: so many characters are never too many tokens.
            int end = line.offsetByCodePoints(from, Math.min(MAX_TOKENS, line.codePointCount(from, line.length())));
            parts.add(line.substring(from, end));
            from = end;
        }
        parts.add(line.substring(from));
        return parts;
    }

    /// About how many tokens the models see: one for a Chinese character, one for three to four others.
    public static int tokens(CharSequence text) {
        long han = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        return (int) (han + (text.length() - han) * 2 / 7);
    }
}
