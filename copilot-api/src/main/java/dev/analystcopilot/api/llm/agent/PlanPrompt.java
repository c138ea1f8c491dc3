package dev.analystcopilot.api.llm.agent;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.analystcopilot.api.llm.LlmTool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The prompt that asks for a plan: `prompts/plan.mustache`. All of it is ours; no text of alerts or people gets in.
final class PlanPrompt {
    private static final String PATH = "/prompts/plan.mustache";
    /// More choice than this confuses small models.
    private static final int MOST_TOOLS = 6;
    /// The ones most questions need, first.
    private static final List<String> PREFERRED =
            List.of("search_alerts", "get_case", "entity_timeline", "find_similar_alerts", "search_knowledge", "hunt");

    private final Template template = load();

    /// Those that a plan may use.
    static List<LlmTool> fewer(List<LlmTool> tools) {
        return tools.stream()
                .sorted(java.util.Comparator.comparingInt(PlanPrompt::rank))
                .limit(MOST_TOOLS)
                .toList();
    }

    String of(List<LlmTool> tools) {
        return template.execute(Map.of(
                "tools",
                tools.stream()
                        .map(tool -> Map.of(
                                "name", tool.name(),
                                "description", tool.description(),
                                "arguments", arguments(tool)))
                        .toList()));
    }

    private static int rank(LlmTool tool) {
        int rank = PREFERRED.indexOf(tool.name());
        return rank < 0 ? PREFERRED.size() : rank;
    }

    private static String arguments(LlmTool tool) {
        return tool.parameters().stream()
                .map(parameter -> "%s%s (%s)"
                        .formatted(
                                parameter.name(), parameter.required() ? "" : " (optional)", parameter.description()))
                .collect(Collectors.joining("; "));
    }

    private static Template load() {
        try (InputStream in = PlanPrompt.class.getResourceAsStream(PATH)) {
            if (in == null) {
                throw new IllegalStateException("the prompt " + PATH + " is missing from the program");
            }
            return Mustache.compiler().escapeHTML(false).compile(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
