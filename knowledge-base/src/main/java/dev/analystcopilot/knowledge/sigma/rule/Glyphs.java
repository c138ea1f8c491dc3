package dev.analystcopilot.knowledge.sigma.rule;

import java.util.Arrays;
import java.util.List;

/// A piece of a wildcard pattern without runs: characters, each given, any, or any dash.
final class Glyphs {
    private static final char ANYTHING = '\uFFFF';
    private static final char DASH = '\uFFFE';
    private static final String DASHES = "-/–—―";

    private final String characters;
    private final boolean plain;

    private Glyphs(String characters, boolean plain) {
        this.characters = characters;
        this.plain = plain;
    }

    /// The pairs of neighbouring given characters in several pieces, as a value remembers its own.
    static short[] pairs(List<Glyphs> pieces) {
        short[] pairs = new short[pieces.stream().mapToInt(Glyphs::length).sum()];
        int count = 0;
        for (Glyphs piece : pieces) {
            for (int i = 1; i < piece.length(); i++) {
                char first = piece.characters.charAt(i - 1);
                char second = piece.characters.charAt(i);
                if (first < DASH && second < DASH) {
                    pairs[count++] = FieldValue.pair(first, second);
                }
            }
        }
        return Arrays.copyOf(pairs, count);
    }

    int length() {
        return characters.length();
    }

    boolean isEmpty() {
        return characters.isEmpty();
    }

    /// Whether this stands in the text from there on; the text must be long enough.
    boolean at(String text, int from) {
        if (plain) {
            return text.startsWith(characters, from);
        }
        for (int i = 0; i < characters.length(); i++) {
            char expected = characters.charAt(i);
            char c = text.charAt(from + i);
            if (expected == DASH ? DASHES.indexOf(c) < 0 : expected != ANYTHING && expected != c) {
                return false;
            }
        }
        return true;
    }

    /// Where this first stands within a part of the text, or -1.
    int find(String text, int from, int to) {
        if (plain) {
            return text.indexOf(characters, from, Math.max(from, to));
        }
        for (int i = from; i + characters.length() <= to; i++) {
            if (at(text, i)) {
                return i;
            }
        }
        return -1;
    }

    /// With a question mark for any character and a hyphen for any dash.
    @Override
    public String toString() {
        return characters.replace(ANYTHING, '?').replace(DASH, '-');
    }

    static final class Builder {
        private final StringBuilder characters = new StringBuilder();
        private final boolean cased;
        private boolean plain = true;

        Builder(boolean cased) {
            this.cased = cased;
        }

        boolean isEmpty() {
            return characters.isEmpty();
        }

        void exactly(char c) {
            characters.append(cased ? c : WildcardPattern.fold(c));
        }

        void anything() {
            characters.append(ANYTHING);
            plain = false;
        }

        void dash() {
            characters.append(DASH);
            plain = false;
        }

        Glyphs build() {
            return new Glyphs(characters.toString(), plain);
        }
    }
}
