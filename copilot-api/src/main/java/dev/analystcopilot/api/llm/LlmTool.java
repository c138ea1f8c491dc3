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

    /// @param type what its value is; it comes as text all the same
    /// @param values the only ones there are; any if empty
    record Parameter(String name, String description, boolean required, Type type, List<String> values) {
        public Parameter {
            requireNonNull(name, "name");
            requireNonNull(description, "description");
            requireNonNull(type, "type");
            values = List.copyOf(values);
        }

        /// Any text.
        public Parameter(String name, String description, boolean required) {
            this(name, description, required, Type.TEXT, List.of());
        }

        public static Parameter optional(String name, String description) {
            return new Parameter(name, description, false);
        }

        public static Parameter number(String name, String description) {
            return new Parameter(name, description, false, Type.INTEGER, List.of());
        }

        public static Parameter oneOf(String name, String description, List<String> values) {
            return new Parameter(name, description, false, Type.TEXT, values);
        }
    }

    /// What a parameter's value is.
    enum Type {
        TEXT,
        INTEGER
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
