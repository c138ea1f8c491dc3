package dev.analystcopilot.knowledge.format.field;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// An object's fields by name without case, and without the unit that exports put behind it (`StartTime [UTC]`).
public final class Fields {
    private static final String UNIT = " [UTC]";

    private final Map<String, JsonNode> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Fields(JsonNode object) {
        object.propertyStream()
                .forEach(field -> byName.putIfAbsent(field.getKey().replace(UNIT, ""), field.getValue()));
    }

    public static Fields of(JsonNode object) {
        return new Fields(object);
    }

    /// Missing if there is none.
    public JsonNode node(String name) {
        return byName.getOrDefault(name, MissingNode.getInstance());
    }

    /// The text of the first of some fields that has one; else empty.
    public String text(String... names) {
        for (String name : names) {
            String text = Json.text(node(name));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// The fields whose whole name fits.
    public Stream<JsonNode> all(Pattern name) {
        return byName.entrySet().stream()
                .filter(field -> name.matcher(field.getKey()).matches())
                .map(Map.Entry::getValue);
    }
}
