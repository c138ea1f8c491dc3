package dev.analystcopilot.knowledge.sigma.rule;

import static java.util.Objects.requireNonNull;

/// A value of an event's field, prepared for many tests.
///
/// Most texts that rules look for are not there. So a value remembers which pairs of neighbouring characters it has, in
/// a
/// table of 4,096 bits that a pair's hash points into: a text with a pair that is missing need not be searched for.
public final class FieldValue {
    private static final int BITS = 4096;

    private final String text;
    private final String folded;
    private final long[] pairs;

    private FieldValue(String text, String folded) {
        this.text = requireNonNull(text, "text");
        this.folded = folded;
        this.pairs = new long[BITS / Long.SIZE];
        for (int i = 1; i < folded.length(); i++) {
            int bit = pair(folded.charAt(i - 1), folded.charAt(i));
            pairs[bit >> 6] |= 1L << bit;
        }
    }

    public static FieldValue of(String text) {
        return new FieldValue(text, WildcardPattern.fold(text));
    }

    /// As it came.
    public String text() {
        return text;
    }

    /// In small letters.
    public String folded() {
        return folded;
    }

    /// Whether a text that has these pairs may stand in this value, in small letters.
    boolean mayHold(short[] wanted) {
        for (short bit : wanted) {
            if ((pairs[bit >> 6] & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    static short pair(char first, char second) {
        return (short) ((first * 61 + second) & (BITS - 1));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldValue value && text.equals(value.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
