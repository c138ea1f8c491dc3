package dev.analystcopilot.api.llm;

import java.util.regex.Pattern;

/// Hides from a provider what it must not learn, and brings it back in what the provider says. One for each answer and
/// provider; the same thing gets the same pseudonym throughout. Used by one thread at a time.
public interface Veil {
    /// Hides nothing.
    Veil NONE = new Veil() {
        private static final Pattern NEVER = Pattern.compile("(?!)");

        @Override
        public String hide(String text) {
            return text;
        }

        @Override
        public String restore(String text) {
            return text;
        }

        @Override
        public Pattern mayGrow() {
            return NEVER;
        }
    };

    /// A text without what must not be learnt: prompts, evidence, results of tools, earlier turns.
    String hide(String text);

    /// The same with all pseudonyms replaced by what they stand for: words of the answer, arguments of tools.
    String restore(String text);

    /// Finds, at the end of a text, what may be the beginning of a pseudonym: streamed text is held back from there
    /// until more has come. Pseudonyms look like `⟦host-3f2a⟧` unless an implementation says otherwise.
    default Pattern mayGrow() {
        return Usual.OPEN;
    }

    /// The usual shape.
    final class Usual {
        private static final Pattern OPEN = Pattern.compile("⟦[^⟧]{0,60}$");

        private Usual() {}
    }
}
