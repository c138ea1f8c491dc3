package dev.analystcopilot.knowledge.planted;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What a text is about, as far as its words say: a sentence of words that come up nowhere else in the text and do not
/// belong to the trade speaks of something else. Words are compared by their first letters.
final class Topics {
    private static final int SHORTEST = 4;

    private final Set<String> trade;
    private final Map<String, Integer> counts = new HashMap<>();

    /// @param trade the words that belong here anyway, as [Trade] has them
    Topics(Set<String> trade) {
        this.trade = trade;
    }

    void add(Reading reading) {
        for (int i = 0; i < reading.size(); i++) {
            if (topical(reading, i)) {
                counts.merge(Trade.stem(reading.word(i)), 1, Integer::sum);
            }
        }
    }

    /// How many words speak of something, and how many of them of something else.
    record Share(int words, int strange) {
        double ratio() {
            return words == 0 ? 0 : (double) strange / words;
        }
    }

    Share strange(Reading reading, int from, int to) {
        int words = 0;
        int strange = 0;
        for (int i = from; i < to; i++) {
            if (topical(reading, i)) {
                words++;
                String stem = Trade.stem(reading.word(i));
                strange += !trade.contains(stem) && counts.getOrDefault(stem, 0) <= 1 ? 1 : 0;
            }
        }
        return new Share(words, strange);
    }

    private static boolean topical(Reading reading, int i) {
        String word = reading.word(i);
        return reading.classes(i).isEmpty() && plain(word) && word.length() >= SHORTEST;
    }

    /// A word of a language: letters only, and not longer than words are.
    static boolean plain(String word) {
        if (word.length() > 20) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (!Character.isLetter(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
