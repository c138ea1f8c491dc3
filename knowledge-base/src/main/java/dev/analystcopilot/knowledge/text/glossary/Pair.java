package dev.analystcopilot.knowledge.text.glossary;

import java.util.ArrayList;
import java.util.List;

/// One term in both languages.
///
/// @param kind what sort of word it is: `attack`, `tool`, `general` …; `function` for words that questions are made of
///     beside their subject
record Pair(String zh, String en, String kind) {
    static final String FUNCTION = "function";
    /// Stands for a word that the other language has no word for.
    static final String NOTHING = "-";

    Pair {
        zh = zh.strip();
        en = en.strip();
        kind = kind.strip();
        if (zh.isEmpty() || en.isEmpty() || kind.isEmpty()) {
            throw new IllegalArgumentException("a pair needs both words and a kind: '" + zh + "', '" + en + "'");
        }
    }

    boolean isFunction() {
        return kind.equals(FUNCTION);
    }

    /// The lines of a file: Chinese, English, kind, separated by tabs; `#` begins a comment.
    ///
    /// @throws IllegalArgumentException naming the line that is none
    static List<Pair> parse(String name, List<String> lines) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.split("\t", -1);
            if (fields.length != 3) {
                throw new IllegalArgumentException(
                        name + ", line " + (i + 1) + ": expected Chinese, English and kind, separated by tabs");
            }
            pairs.add(new Pair(fields[0], fields[1], fields[2]));
        }
        return List.copyOf(pairs);
    }
}
