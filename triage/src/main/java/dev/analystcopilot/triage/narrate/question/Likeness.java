package dev.analystcopilot.triage.narrate.question;

import dev.analystcopilot.knowledge.text.Language;
import java.util.Map;

/// What a question resembles, beside what its words say outright. Safe for use by several threads.
@FunctionalInterface
public interface Likeness {
    /// Nothing is known of meanings: words alone decide.
    Likeness NONE = (text, language) -> Map.of();

    /// How much a question resembles questions of each kind: shares of 1, the same for the same text. Empty where
    /// nothing is known.
    Map<Intent, Double> of(String text, Language language);
}
