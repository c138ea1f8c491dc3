package dev.analystcopilot.knowledge.planted;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The words of the trade, by their first letters: whatever comes up in the glossary and in the technique tables that
/// ship with the product, and what every administrator says besides. A sentence without any of them is about something
/// else.
final class Trade {
    static final int STEM = 5;

    private static final List<String> SOURCES =
            List.of("/knowledge/glossary/pairs.tsv", "/knowledge/planted/trade.txt");

    private Trade() {}

    static Set<String> load() {
        Set<String> stems = new TreeSet<>();
        for (String source : SOURCES) {
            for (String line : Lexicon.lines(source)) {
                for (String word : line.split("[^\\p{L}]+", -1)) {
                    if (word.length() >= 3) {
                        stems.add(stem(word));
                    }
                }
            }
        }
        return Set.copyOf(stems);
    }

    static String stem(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() > STEM ? lower.substring(0, STEM) : lower;
    }
}
