package dev.analystcopilot.knowledge.planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words that planted instructions are made of, by class. A table of its own, because every word of every alert is
/// looked up: the hash is computed while the text is walked, and nothing is allocated for a miss.
final class Lexicon {
    private static final List<String> FILES = List.of(
            "/knowledge/planted/words.txt", "/knowledge/planted/words-other.txt", "/knowledge/planted/elsewhere.txt");
    private static final int SLOTS = 1 << 14;
    private static final int HAN_FIRST = 0x4E00;
    private static final int HAN_LAST = 0x9FFF;
    private static final int KANA_FIRST = 0x3041;
    private static final int KANA_LAST = 0x30FF;
    private static final int JAMO_FIRST = 0x1100;
    private static final int JAMO_LAST = 0x11FF;

    private final Map<String, Integer> indexes = new HashMap<>();
    private final @Nullable Entry[] table = new Entry[SLOTS];
    private final Map<Character, List<Entry>> han = new HashMap<>();

    /// A word; with the phrases that begin with it.
    ///
    /// @param reach the word's classes and those of its phrases
    record Entry(String word, Classes classes, Classes reach, List<Phrase> phrases) {}

    /// What follows the first word of a phrase.
    record Phrase(List<String> rest, Classes classes) {}

    private Lexicon() {}

    static Lexicon load() {
        var lexicon = new Lexicon();
        Map<String, Classes> words = new HashMap<>();
        for (String line : FILES.stream().flatMap(file -> lines(file).stream()).toList()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon).strip();
            Classes own = Classes.of(lexicon.indexes.computeIfAbsent(name, key -> lexicon.indexes.size()));
            for (String word : line.substring(colon + 1).split(",", -1)) {
                words.merge(Letters.undisguised(word.strip()), own, Classes::or);
            }
        }
        lexicon.fill(words);
        return lexicon;
    }

    /// The lines of a resource that say something.
    static List<String> lines(String resource) {
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private void fill(Map<String, Classes> words) {
        Map<String, Classes> single = new HashMap<>();
        Map<String, List<Phrase>> phrases = new HashMap<>();
        words.forEach((word, classes) -> {
            if (isHan(word.charAt(0))) {
                han.computeIfAbsent(word.charAt(0), key -> new ArrayList<>())
                        .add(new Entry(word, classes, classes, List.of()));
                return;
            }
            List<String> parts = List.of(word.split(" ", -1));
            if (parts.size() == 1) {
                single.put(word, classes);
            } else {
                phrases.computeIfAbsent(parts.getFirst(), key -> new ArrayList<>())
                        .add(new Phrase(parts.subList(1, parts.size()), classes));
            }
        });
        han.values()
                .forEach(entries -> entries.sort(
                        Comparator.comparingInt(entry -> -entry.word().length())));
        phrases.keySet().forEach(first -> single.putIfAbsent(first, Classes.NONE));
        single.forEach((word, classes) -> {
            List<Phrase> longer = new ArrayList<>(phrases.getOrDefault(word, List.of()));
            longer.sort(Comparator.comparingInt(phrase -> -phrase.rest().size()));
            Classes reach = classes;
            for (Phrase phrase : longer) {
                reach = reach.or(phrase.classes());
            }
            put(new Entry(word, classes, reach, List.copyOf(longer)));
        });
    }

    private void put(Entry entry) {
        int hash = 0;
        for (int i = 0; i < entry.word().length(); i++) {
            hash = hash(hash, entry.word().charAt(i));
        }
        int slot = slot(hash);
        while (table[slot] != null) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        table[slot] = entry;
    }

    static int hash(int hash, char c) {
        return hash * 31 + c;
    }

    private static int slot(int hash) {
        return ((hash ^ (hash >>> 15)) * 0x9E3779B1) >>> (Integer.SIZE - 14);
    }

    /// @return a class's set
    /// @throws IllegalArgumentException if there is none of this name
    Classes classOf(String name) {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new IllegalArgumentException("no class of words is named '" + name + "'");
        }
        return Classes.of(index);
    }

    /// The word that stands from `from` to `to`, read in lower case and with `fold` applied to each letter; other signs
    /// between the letters are passed over.
    @Nullable
    Entry find(CharSequence text, int from, int to, int hash, boolean fold) {
        for (int slot = slot(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
            Entry entry = table[slot];
            if (entry == null) {
                return null;
            }
            if (equal(entry.word(), text, from, to, fold)) {
                return entry;
            }
        }
    }

    @Nullable
    Entry find(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        return find(word, 0, word.length(), hash, false);
    }

    private static boolean equal(String word, CharSequence text, int from, int to, boolean fold) {
        int at = 0;
        for (int i = from; i < to; i++) {
            char c = Letters.lower(fold ? Letters.plainOf(text.charAt(i)) : text.charAt(i));
            if ((c < 'a' || c > 'z') && (c < 0x80 || !Character.isLetter(c))) {
                continue;
            }
            if (at == word.length() || word.charAt(at++) != c) {
                return false;
            }
        }
        return at == word.length();
    }

    /// The longest Chinese word that begins at `from`.
    @Nullable
    Entry findHan(CharSequence text, int from) {
        for (Entry entry : han.getOrDefault(text.charAt(from), List.of())) {
            if (startsWith(text, from, entry.word())) {
                return entry;
            }
        }
        return null;
    }

    private static boolean startsWith(CharSequence text, int from, String word) {
        if (from + word.length() > text.length()) {
            return false;
        }
        for (int i = 1; i < word.length(); i++) {
            if (Letters.lower(text.charAt(from + i)) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a letter belongs to a script whose words are not told apart by blanks: Chinese and Japanese; Korean too,
    /// whose words run on in endings (its syllables are read taken apart, as compatibility forms are).
    static boolean isHan(char c) {
        return isChinese(c) || (c >= KANA_FIRST && c <= KANA_LAST) || (c >= JAMO_FIRST && c <= JAMO_LAST);
    }

    static boolean isChinese(char c) {
        return c >= HAN_FIRST && c <= HAN_LAST;
    }
}
