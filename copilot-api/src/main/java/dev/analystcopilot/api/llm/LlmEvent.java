package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What comes back from the model, as it comes.
public sealed interface LlmEvent {

    /// A provider is asked: the first event of each stream, and again where another one has to take over
    /// before any text was shown.
    ///
    /// @param provider which one, by name and model, for people: `primary (qwen3)`
    /// @param instead why the one before could not answer; empty for the first
    record Began(String provider, Optional<LlmFailure.Kind> instead) implements LlmEvent {
        public Began {
            requireNonNull(provider, "provider");
            requireNonNull(instead, "instead");
        }
    }

    /// The model has used up what one answer may take, and is asked to answer with what it has.
    record Capped(Cap cap) implements LlmEvent {
        public Capped {
            requireNonNull(cap, "cap");
        }
    }

    /// The next piece of the answer, as small as the model sends it.
    record Text(String text) implements LlmEvent {
        public Text {
            requireNonNull(text, "text");
        }
    }

    /// The model looked something up.
    record ToolUsed(String name, String arguments, String summary) implements LlmEvent {
        public ToolUsed {
            requireNonNull(name, "name");
            requireNonNull(arguments, "arguments");
            requireNonNull(summary, "summary");
        }
    }

    /// It is at work without words: thinking, or spelling out a tool call.
    record Working() implements LlmEvent {}
}
