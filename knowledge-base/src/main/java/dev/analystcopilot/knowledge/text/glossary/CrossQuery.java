package dev.analystcopilot.knowledge.text.glossary;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.util.Map;

/// A question of one language, made to search texts of the other.
///
/// @param terms the words to look for, cut as [dev.analystcopilot.knowledge.text.Tokens] cuts the other language, with
///     what each weighs: 1 for the commonest translation of a word that is asked once
/// @param translatedText the question word by word in the other language, to embed
/// @param coverage how much of the question could be carried over, 0 to 1
public record CrossQuery(
        Language from, Language to, Map<String, Double> terms, String translatedText, double coverage) {
    public CrossQuery {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(translatedText, "translatedText");
        terms = Map.copyOf(terms);
        if (!(coverage >= 0 && coverage <= 1)) {
            throw new IllegalArgumentException("coverage is 0 to 1, not " + coverage);
        }
    }
}
