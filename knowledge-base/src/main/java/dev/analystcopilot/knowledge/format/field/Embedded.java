package dev.analystcopilot.knowledge.format.field;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

/// JSON that lies in a text, sometimes in a text within a text: exports turn objects into texts once for every system
/// that they pass through.
public final class Embedded {
    private static final int MAX_LAYERS = 4;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Embedded() {}

    /// The object or array in a text; a node that is no text, or whose text is no JSON, stays as it is. Of an array
    /// that was cut off, the elements before the cut.
    public static JsonNode in(JsonNode node) {
        JsonNode inner = node;
        for (int layer = 0; layer < MAX_LAYERS && inner.isString(); layer++) {
            String text = inner.asString().strip();
            if (text.isEmpty() || "[{\"".indexOf(text.charAt(0)) < 0) {
                return inner;
            }
            JsonNode parsed = parsed(text);
            if (parsed.isMissingNode()) {
                return inner;
            }
            inner = parsed;
        }
        return inner;
    }

    private static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException ignored) {
            // Products cut long fields off; the record around them is still an alert.
            return text.startsWith("[") ? beforeTheCut(text) : MissingNode.getInstance();
        }
    }

    private static JsonNode beforeTheCut(String text) {
        ArrayNode whole = MAPPER.createArrayNode();
        try (JsonParser parser = MAPPER.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonNode element = parser.readValueAsTree();
                whole.add(element);
            }
        } catch (JacksonException ignored) {
            // Here is the cut.
        }
        return whole;
    }
}
