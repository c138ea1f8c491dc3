package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The language model of this installation, if there is one.
public record ConfiguredModel(Optional<LanguageModel> model) {
    public ConfiguredModel {
        requireNonNull(model, "model");
    }

    /// What people see of it.
    public Status status() {
        return model.map(found -> new Status(true, found.name(), found.resting() ? "open" : "ready"))
                .orElseGet(() -> new Status(false, null, "offline"));
    }

    /// @param model its name; null if none is configured
    /// @param state `offline` without a model, `ready`, or `open` while it is given a rest after failures
    public record Status(boolean configured, @Nullable String model, String state) {
        public Status {
            requireNonNull(state, "state");
        }
    }
}
