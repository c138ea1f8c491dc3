package dev.analystcopilot.api.llm.provider;

import dev.analystcopilot.api.llm.LlmTool;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Our tools in the words of the protocol. The library is not told of them: it would keep them, and the JSON made of
/// them, as long as the answer takes.
final class ToolSpecs {
    private ToolSpecs() {}

    /// The value of `tools`.
    static String json(List<LlmTool> tools) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (LlmTool tool : tools) {
            ObjectNode function = all.addObject().put("type", "function").putObject("function");
            function.put("name", tool.name()).put("description", tool.description());
            ObjectNode parameters = function.putObject("parameters").put("type", "object");
            ObjectNode properties = parameters.putObject("properties");
            ArrayNode required = parameters.putArray("required");
            for (LlmTool.Parameter parameter : tool.parameters()) {
                property(properties.putObject(parameter.name()), parameter);
                if (parameter.required()) {
                    required.add(parameter.name());
                }
            }
        }
        return all.toString();
    }

    private static void property(ObjectNode property, LlmTool.Parameter parameter) {
        property.put(
                "type",
                switch (parameter.type()) {
                    case INTEGER -> "integer";
                    case TEXT -> "string";
                });
        property.put("description", parameter.description());
        if (parameter.type() == LlmTool.Type.TEXT && !parameter.values().isEmpty()) {
            ArrayNode values = property.putArray("enum");
            parameter.values().forEach(values::add);
        }
    }
}
