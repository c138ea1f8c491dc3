package dev.analystcopilot.knowledge.format.field;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads values of JSON whose shape nobody promises.
public final class Json {
    private Json() {}

    /// The text of a scalar; empty for anything else, null and missing included.
    public static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString("").strip() : "";
    }

    public static String text(JsonNode node, String field) {
        return text(node.path(field));
    }

    /// The text of the first of some fields that has one; else empty.
    public static String firstText(JsonNode node, String... fields) {
        for (String field : fields) {
            String text = text(node, field);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// The text of the first of some places that has one, each a way of field names such as `data.win.system`.
    public static String textAt(JsonNode node, List<String> places) {
        for (String place : places) {
            JsonNode inner = node;
            for (String field : place.split("\\.")) {
                inner = inner.path(field);
            }
            String text = text(inner);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// The texts of an array's scalars, or of a scalar alone.
    public static List<String> texts(JsonNode node) {
        return each(node).map(Json::text).filter(text -> !text.isEmpty()).toList();
    }

    /// The elements of an array, or the node alone where it is none; nothing if it is missing or null.
    public static Stream<JsonNode> each(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream();
        }
        return node.isMissingNode() || node.isNull() ? Stream.empty() : Stream.of(node);
    }
}
