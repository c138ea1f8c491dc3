package dev.analystcopilot.knowledge.text.glossary;

import java.util.List;

/// A piece of a text, as the glossary sees it.
public sealed interface Segment {
    /// As it stands in the text.
    String text();

    /// A term of the glossary.
    ///
    /// @param senses in the other language, the commonest first; at least one
    record Term(String text, List<Sense> senses) implements Segment {
        public Term {
            senses = List.copyOf(senses);
            if (senses.isEmpty()) {
                throw new IllegalArgumentException("a term without a sense: " + text);
            }
        }

        public Sense best() {
            return senses.getFirst();
        }
    }

    /// A word that the glossary does not know.
    record Unknown(String text) implements Segment {}

    /// A name, number or command that is the same in both languages.
    record Same(String text) implements Segment {}
}
