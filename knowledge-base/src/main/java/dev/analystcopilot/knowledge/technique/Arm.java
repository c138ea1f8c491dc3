package dev.analystcopilot.knowledge.technique;

/// A way to look for techniques. The weights were learnt on procedure examples of groups and software that the models
/// had not seen, and checked on the sets of `./copilot eval technique`: a short text says little, so what is common
/// counts for more; a long one has many words, so the pages count for more.
public enum Arm {
    /// The shipped classifier over the text's vector.
    MEANING(1.2, 0.8),
    /// The shipped classifier over the text's words.
    WORDS(1.1, 0.2),
    /// Procedure examples that share words with the text.
    EXAMPLES(0.4, 0.4),
    /// All that a technique's pages say, by words.
    PAGES(0.2, 0.8),
    /// The technique's description, by its vector.
    DESCRIPTION(0.3, 0.85);

    private static final double SHORT = 6;
    private static final double LONG = 18;

    private final double inShort;
    private final double inLong;

    Arm(double inShort, double inLong) {
        this.inShort = inShort;
        this.inLong = inLong;
    }

    /// @param words how many the text has, without stop words
    double weight(int words) {
        double share = Math.clamp((words - SHORT) / (LONG - SHORT), 0.0, 1.0);
        return inShort * (1 - share) + inLong * share;
    }
}
