package dev.analystcopilot.triage.narrate.fact;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.List;

/// Techniques that a text may mean.
///
/// @param text as it was pasted; empty where there was none
/// @param guesses the likeliest first
public record TextFacts(String text, List<Guess> guesses) implements Topic {
    public TextFacts {
        requireNonNull(text, "text");
        guesses = List.copyOf(guesses);
    }

    /// @param confidence how often such a guess is right, 0 to 1
    /// @param words of the text that speak for it
    public record Guess(String id, Bilingual name, double confidence, List<String> words) {
        public Guess {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            words = List.copyOf(words);
        }
    }
}
