package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What the model is given.
///
/// @param tenant whose data it is: decides what a provider may learn
/// @param system the rules it works by
/// @param turns what was said, oldest first; the last one is the question
/// @param tools what it may look up
public record LlmConversation(String tenant, String system, List<Turn> turns, List<LlmTool> tools) {
    public LlmConversation {
        requireNonNull(tenant, "tenant");
        requireNonNull(system, "system");
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
        if (turns.isEmpty() || turns.getLast().speaker() != Speaker.USER) {
            throw new IllegalArgumentException("the last turn is the user's question");
        }
    }

    public enum Speaker {
        USER,
        ASSISTANT
    }

    public record Turn(Speaker speaker, String text) {
        public Turn {
            requireNonNull(speaker, "speaker");
            requireNonNull(text, "text");
        }
    }
}
