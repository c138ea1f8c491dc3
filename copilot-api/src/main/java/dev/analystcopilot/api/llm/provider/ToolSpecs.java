package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.LlmTool;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.List;

/// Our tools as the library's.
final class ToolSpecs {
    private ToolSpecs() {}

    static List<ToolSpecification> of(List<LlmTool> tools) {
        return tools.stream().map(ToolSpecs::of).toList();
    }

    private static ToolSpecification of(LlmTool tool) {
        var schema = JsonObjectSchema.builder();
        tool.parameters().forEach(parameter -> property(schema, parameter));
        schema.required(tool.parameters().stream()
                .filter(LlmTool.Parameter::required)
                .map(LlmTool.Parameter::name)
                .toList());
        return ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(schema.build())
                .build();
    }

    private static void property(JsonObjectSchema.Builder schema, LlmTool.Parameter parameter) {
        switch (parameter.type()) {
            case INTEGER -> schema.addIntegerProperty(parameter.name(), parameter.description());
            case TEXT -> {
                if (parameter.values().isEmpty()) {
                    schema.addStringProperty(parameter.name(), parameter.description());
                } else {
                    schema.addEnumProperty(parameter.name(), parameter.values(), parameter.description());
                }
            }
        }
    }
}
