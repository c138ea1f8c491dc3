package dev.analystcopilot.api.llm.agent;

import dev.analystcopilot.api.llm.provider.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lookups that a model wrote as text: as the plan that it was asked for, or in place of a tool call, as small models
/// do. Read with patience: fences and words around the JSON, single quotes, trailing commas, other names of the keys.
final class Plan {
    private static final Logger LOG = LoggerFactory.getLogger(Plan.class);
    private static final int MOST = 3;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();
    private static final List<String> LISTS = List.of("calls", "plan", "steps", "tools", "tool_calls", "lookups");
    private static final List<String> NAMES = List.of("tool", "name", "function", "action", "tool_name");
    private static final List<String> ARGUMENTS = List.of("arguments", "args", "parameters", "params", "input");

    private Plan() {}

    /// The calls of known tools, at most three; empty where there is nothing of the kind.
    static List<Line.Call> of(String text, Set<String> tools) {
        List<Line.Call> calls = new ArrayList<>();
        int from = 0;
        while (calls.size() < MOST) {
            int begin = opening(text, from);
            if (begin < 0) {
                break;
            }
            int end = closing(text, begin);
            if (end < 0) {
                break;
            }
            parsed(text.substring(begin, end + 1)).ifPresent(json -> collect(json, tools, calls));
            from = end + 1;
        }
        return calls.size() > MOST ? List.copyOf(calls.subList(0, MOST)) : List.copyOf(calls);
    }

    /// Whether a text that begins so may become a call in place of words.
    static boolean mayBeCall(CharSequence text) {
        String begin = text.toString().stripLeading();
        return begin.isEmpty()
                || begin.startsWith("{")
                || begin.startsWith("[{")
                || begin.equals("[")
                || beginsLike(begin, "```json")
                || beginsLike(begin, "<tool_call>")
                || beginsLike(begin, "<function")
                || beginsLike(begin, "[TOOL_CALLS]");
    }

    private static boolean beginsLike(String text, String sign) {
        return text.length() < sign.length() ? sign.startsWith(text) : text.startsWith(sign);
    }

    private static void collect(JsonNode json, Set<String> tools, List<Line.Call> calls) {
        if (json.isArray()) {
            json.forEach(entry -> collect(entry, tools, calls));
            return;
        }
        Optional<Line.Call> call = call(json, tools, calls.size());
        if (call.isPresent()) {
            calls.add(call.get());
            return;
        }
        LISTS.stream()
                .map(json::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .ifPresent(list -> collect(list, tools, calls));
    }

    private static Optional<Line.Call> call(JsonNode json, Set<String> tools, int index) {
        JsonNode name = first(json, NAMES);
        if (name.isObject()) {
            return call(name, tools, index);
        }
        if (!tools.contains(name.asString(""))) {
            return Optional.empty();
        }
        JsonNode arguments = first(json, ARGUMENTS);
        String text =
                arguments.isString() ? arguments.stringValue() : arguments.isObject() ? arguments.toString() : "{}";
        return Optional.of(new Line.Call("plan_" + index, name.asString(""), text));
    }

    private static JsonNode first(JsonNode json, List<String> keys) {
        return keys.stream()
                .map(json::path)
                .filter(value -> !value.isMissingNode() && !value.isNull())
                .findFirst()
                .orElseGet(() -> json.path("\0"));
    }

    private static Optional<JsonNode> parsed(String json) {
        try {
            return Optional.of(JSON.readTree(json));
        } catch (JacksonException e) {
            LOG.debug("No JSON after all", e);
            return Optional.empty();
        }
    }

    private static int opening(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '[') {
                return i;
            }
        }
        return -1;
    }

    /// Where the bracket that opens at `begin` closes; strings are skipped.
    private static int closing(String text, int begin) {
        int depth = 0;
        boolean quoted = false;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
