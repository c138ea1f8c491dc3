package dev.analystcopilot.api.grounding.atom;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Ordinary words, so that a name can be told from them: our own list, the English side of the glossary, the names of
/// techniques.
final class Vocabulary {
    private static final String OWN = "/grounding/common-words.txt";
    private static final String GLOSSARY = "/knowledge/glossary/pairs.tsv";
    private static final String TECHNIQUES = "/knowledge/attack/techniques.tsv";

    private static final class Known {
        static final Set<String> WORDS = load();
    }

    private Vocabulary() {}

    /// @param word in small letters
    static boolean has(String word) {
        Set<String> words = Known.WORDS;
        return words.contains(word)
                || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)))
                || (word.endsWith("ed") && words.contains(word.substring(0, word.length() - 2)))
                || (word.endsWith("d") && words.contains(word.substring(0, word.length() - 1)))
                || (word.endsWith("ing") && words.contains(word.substring(0, word.length() - 3)))
                || (word.endsWith("ly") && words.contains(word.substring(0, word.length() - 2)));
    }

    private static Set<String> load() {
        Set<String> words = new HashSet<>();
        Shipped.lines(OWN).forEach(line -> add(words, line));
        for (String table : Set.of(GLOSSARY, TECHNIQUES)) {
            Shipped.lines(table).forEach(line -> {
                String[] cells = line.split("\t", -1);
                if (cells.length > 1) {
                    add(words, cells[1]);
                }
            });
        }
        return Set.copyOf(words);
    }

    private static void add(Set<String> words, String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+", -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
    }
}
