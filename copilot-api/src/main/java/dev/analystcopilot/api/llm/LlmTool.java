package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/// Something the model may look up. Calls come from the model, so arguments are checked like any stranger's.
public interface LlmTool {

    String name();

    /// For the model: what it gives and when to use it.
    String description();

    List<Parameter> parameters();

    /// Looks it up; may block.
    ///
    /// @param arguments by parameter name; what the model left out is absent
    /// @throws IllegalArgumentException if the arguments make no sense; the message goes back to the model
    Answer call(Map<String, String> arguments);

    record Parameter(String name, String description, boolean required) {
        public Parameter {
            requireNonNull(name, "name");
            requireNonNull(description, "description");
        }
    }

    /// @param forModel the data, escaped and inside marked blocks
    /// @param summary one line for people
    record Answer(String forModel, String summary) {
        public Answer {
            requireNonNull(forModel, "forModel");
            requireNonNull(summary, "summary");
        }
    }
}
