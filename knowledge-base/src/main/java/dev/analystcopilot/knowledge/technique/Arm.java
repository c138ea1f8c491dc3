package dev.analystcopilot.knowledge.technique;

import java.util.Arrays;
import java.util.List;

/// A way to look for techniques. A short text says little, so what is common counts for more; a long one has many
/// words,
/// so the pages count for more; a question asks for a page rather than tells what happened, so the page's own sections
/// count. The weights for statements were chosen on TRAM, on the expert-labelled training half and on procedure
/// examples
/// of groups and software left out of models and pages; those for questions on the odd ones of our own questions (ADR
/// 0007).
public enum Arm {
    /// The shipped classifier over the text's vector.
    MEANING(1.2, 0.8, 0.4),
    /// The shipped classifier over the text's words.
    WORDS(1.1, 0.2, 0.15),
    /// Procedure examples that share words with the text.
    EXAMPLES(0.4, 0.4, 0),
    /// All that a technique's description and examples say, by words.
    PAGES(0.2, 0.8, 0.35),
    /// The technique's description, by its vector.
    DESCRIPTION(0.3, 0.7, 0.8),
    /// The description, mitigation or detection that fits the words best.
    SECTIONS(0, 0, 0.25),
    /// Descriptions, mitigations and detections together, by words.
    WHOLE_PAGE(0, 0, 0.7);

    private static final double SHORT = 6;
    private static final double LONG = 18;

    private final double inShort;
    private final double inLong;
    private final double inQuestion;

    Arm(double inShort, double inLong, double inQuestion) {
        this.inShort = inShort;
        this.inLong = inLong;
        this.inQuestion = inQuestion;
    }

    /// Those that count for texts that state something.
    public static List<Arm> statements() {
        return Arrays.stream(values())
                .filter(arm -> arm.inShort + arm.inLong > 0)
                .toList();
    }

    /// In a text that states something.
    ///
    /// @param words how many the text has, without stop words
    double weight(int words) {
        double share = Math.clamp((words - SHORT) / (LONG - SHORT), 0.0, 1.0);
        return inShort * (1 - share) + inLong * share;
    }

    double weightInQuestion() {
        return inQuestion;
    }
}
