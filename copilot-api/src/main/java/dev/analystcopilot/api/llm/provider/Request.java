package dev.analystcopilot.api.llm.provider;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.llm.Veil;
import java.util.List;

/// @param lines what was said so far
/// @param tools offered; none if empty
public record Request(List<Line> lines, List<LlmTool> tools, Veil veil) {
    public Request {
        lines = List.copyOf(lines);
        tools = List.copyOf(tools);
        requireNonNull(veil, "veil");
    }
}
