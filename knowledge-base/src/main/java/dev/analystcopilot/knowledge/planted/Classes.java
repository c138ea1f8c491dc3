package dev.analystcopilot.knowledge.planted;

/// A set of the lexicon's classes, of which there may be 128.
record Classes(long low, long high) {
    static final Classes NONE = new Classes(0, 0);

    static Classes of(int index) {
        return index < Long.SIZE ? new Classes(1L << index, 0) : new Classes(0, 1L << (index - Long.SIZE));
    }

    Classes or(Classes other) {
        return other.isEmpty() ? this : new Classes(low | other.low, high | other.high);
    }

    boolean meets(Classes other) {
        return (low & other.low) != 0 || (high & other.high) != 0;
    }

    boolean isEmpty() {
        return low == 0 && high == 0;
    }
}
