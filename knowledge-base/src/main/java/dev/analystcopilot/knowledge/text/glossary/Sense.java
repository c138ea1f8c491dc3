package dev.analystcopilot.knowledge.text.glossary;

/// One of the meanings of a term in the other language.
///
/// @param text the term in the other language
/// @param weight how much it stands for the term, above 0 and at most 1; the commonest sense has 1
/// @param function whether it is a word that questions are made of beside their subject
public record Sense(String text, double weight, boolean function) {
    public Sense {
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("a sense weighs above 0 and at most 1, not " + weight);
        }
    }
}
