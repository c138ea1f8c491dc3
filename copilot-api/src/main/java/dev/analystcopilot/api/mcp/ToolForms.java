package dev.analystcopilot.api.mcp;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.llm.LlmTool.Parameter;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Our tools in MCP's words.
final class ToolForms {
    private static final Map<String, Object> TEXT = Map.of("type", "string");
    private static final Map<String, Object> EVIDENCE = object(
            Map.of("n", Map.of("type", "integer"), "kind", TEXT, "id", TEXT, "label", TEXT),
            List.of("n", "kind", "id", "label"));
    private static final Map<String, Object> OUTPUT = object(
            Map.of(
                    "summary",
                    TEXT,
                    "data",
                    TEXT,
                    "evidence",
                    Map.of("type", "array", "items", EVIDENCE),
                    "tables",
                    Map.of("type", "array")),
            List.of("summary", "data", "evidence"));

    private ToolForms() {}

    static Tool of(LlmTool tool) {
        Map<String, Object> properties = new LinkedHashMap<>();
        tool.parameters().forEach(parameter -> properties.put(parameter.name(), property(parameter)));
        List<String> required = tool.parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        return Tool.builder(tool.name(), object(properties, required))
                .title(title(tool.name()))
                .description(tool.description())
                .outputSchema(OUTPUT)
                .annotations(ToolAnnotations.builder()
                        .title(title(tool.name()))
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    private static Map<String, Object> property(Parameter parameter) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put(
                "type",
                switch (parameter.type()) {
                    case TEXT -> "string";
                    case INTEGER -> "integer";
                });
        property.put("description", parameter.description());
        if (!parameter.values().isEmpty()) {
            property.put("enum", parameter.values());
        }
        return property;
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return Map.of("type", "object", "properties", properties, "required", required);
    }

    /// `search_alerts` as "Search alerts".
    private static String title(String name) {
        String words = name.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
