package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.LanguageModel.ProviderState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The language models of this installation, if there are any.
public record ConfiguredModel(Optional<LanguageModel> model) {
    public ConfiguredModel {
        requireNonNull(model, "model");
    }

    /// What people see of them.
    public Status status() {
        return model.map(found -> new Status(
                        true, found.name(), found.resting() ? ProviderState.OPEN : ProviderState.READY, found.states()))
                .orElseGet(() -> new Status(false, null, "offline", List.of()));
    }

    /// @param model the first one's name; null if none is configured
    /// @param state `offline` without a model, `ready`, or `open` while all are given a rest after failures
    /// @param providers each of them, best first
    public record Status(boolean configured, @Nullable String model, String state, List<ProviderState> providers) {
        public Status {
            requireNonNull(state, "state");
            providers = List.copyOf(providers);
        }
    }
}
