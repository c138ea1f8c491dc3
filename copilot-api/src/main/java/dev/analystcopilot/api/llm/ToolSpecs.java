package dev.analystcopilot.api.llm;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Between our tools and the library's.
final class ToolSpecs {
    private static final Logger LOG = LoggerFactory.getLogger(ToolSpecs.class);
    private static final JsonMapper JSON = JsonMapper.shared();

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

    /// Runs what the model asked for. Whatever it got wrong goes back to it as a sentence, never up as an exception.
    static LlmTool.Answer run(List<LlmTool> tools, String name, String json) {
        var tool = tools.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (tool.isEmpty()) {
            return failed("there is no tool of that name");
        }
        try {
            return tool.get().call(arguments(json));
        } catch (IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            return failed("the arguments were not a JSON object");
        } catch (RuntimeException e) {
            LOG.warn("Tool {} failed", name, e);
            return failed("the lookup failed");
        }
    }

    private static LlmTool.Answer failed(String why) {
        return new LlmTool.Answer("error: " + why, why);
    }

    private static Map<String, String> arguments(String json) {
        Map<String, String> arguments = new LinkedHashMap<>();
        JsonNode tree = JSON.readTree(json.isBlank() ? "{}" : json);
        for (var field : tree.properties()) {
            if (!field.getValue().isNull()) {
                arguments.put(
                        field.getKey(),
                        field.getValue().isString()
                                ? field.getValue().stringValue()
                                : field.getValue().toString());
            }
        }
        return arguments;
    }
}
