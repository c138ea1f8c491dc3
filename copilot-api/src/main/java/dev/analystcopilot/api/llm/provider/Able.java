package dev.analystcopilot.api.llm.provider;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.LlmSettings.Tools;

/// What a model can do now.
///
/// @param tools never `AUTO`
/// @param context tokens it reads at most
/// @param learning whether how it looks things up was found out, and may change
public record Able(Tools tools, int context, boolean learning) {
    public Able {
        requireNonNull(tools, "tools");
    }
}
