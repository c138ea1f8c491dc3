package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

/// What comes back from the model, as it comes.
public sealed interface LlmEvent {

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
