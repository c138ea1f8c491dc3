package dev.analystcopilot.triage.sign;

/// A piece of text to look for. It knows its pairs of characters: a text that lacks one of them is not searched, which
/// is nearly always so and costs nanoseconds.
final class Literal {
    /// Pairs are told apart by this many bits; a power of two.
    private static final int BITS = 4_096;

    private static final int WORDS = BITS / Long.SIZE;
    private static final int MOST = 8;

    private final String text;
    private final int[] pairs;

    Literal(String text) {
        this.text = text;
        this.pairs = new int[Math.min(MOST, Math.max(0, text.length() - 1))];
        // From the end: what tells words apart is seldom their beginning.
        for (int i = 0; i < pairs.length; i++) {
            int at = text.length() - 2 - i;
            pairs[i] = pair(text.charAt(at), text.charAt(at + 1));
        }
    }

    String text() {
        return text;
    }

    /// @param set of the text's pairs, from [#pairsOf]
    boolean isIn(String searched, long[] set) {
        for (int pair : pairs) {
            if ((set[pair >> 6] & (1L << pair)) == 0) {
                return false;
            }
        }
        return searched.contains(text);
    }

    /// Which pairs of characters a text has.
    static long[] pairsOf(String text) {
        var set = new long[WORDS];
        for (int i = 0; i + 1 < text.length(); i++) {
            int pair = pair(text.charAt(i), text.charAt(i + 1));
            set[pair >> 6] |= 1L << pair;
        }
        return set;
    }

    private static int pair(char a, char b) {
        return (a * 67 + b) & (BITS - 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
