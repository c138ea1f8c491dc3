package dev.analystcopilot.api.grounding.atom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Ordinary words, so that a name can be told from them: our own list, the English side of the glossary, the names of
/// techniques.
final class Vocabulary {
    private static final String OWN = "/grounding/common-words.txt";
    private static final String GLOSSARY = "/knowledge/glossary/pairs.tsv";
    private static final String TECHNIQUES = "/knowledge/attack/techniques.tsv";

    private static final class Shipped {
        static final Set<String> WORDS = load();
    }

    private Vocabulary() {}

    /// @param word in small letters
    static boolean has(String word) {
        Set<String> words = Shipped.WORDS;
        return words.contains(word)
                || (word.endsWith("s") && words.contains(word.substring(0, word.length() - 1)))
                || (word.endsWith("ed") && words.contains(word.substring(0, word.length() - 2)))
                || (word.endsWith("d") && words.contains(word.substring(0, word.length() - 1)))
                || (word.endsWith("ing") && words.contains(word.substring(0, word.length() - 3)))
                || (word.endsWith("ly") && words.contains(word.substring(0, word.length() - 2)));
    }

    private static Set<String> load() {
        Set<String> words = new HashSet<>();
        read(OWN).lines().filter(line -> !line.startsWith("#")).forEach(line -> add(words, line));
        for (String table : Set.of(GLOSSARY, TECHNIQUES)) {
            read(table).lines().filter(line -> !line.startsWith("#")).forEach(line -> {
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

    private static String read(String resource) {
        try (InputStream in = Vocabulary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
