package dev.analystcopilot.knowledge.format.dialect.sentinel;

import static dev.analystcopilot.knowledge.format.field.Json.each;
import static dev.analystcopilot.knowledge.format.field.Json.text;

import dev.analystcopilot.knowledge.format.field.Embedded;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The entities of an alert, which refer to each other: `{"$ref":"5"}` stands for the object whose `$id` is 5, wherever
/// it lies. References may be broken, or lead in a circle.
final class EntityGraph {
    /// Objects within objects; a process tree nests one level a generation.
    static final int MAX_DEPTH = 40;

    private static final int MAX_HOPS = 8;
    private static final Pattern SEPARATOR = Pattern.compile("[-_ ]");

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> top;

    /// @param entities an array, or an array in a text
    EntityGraph(JsonNode entities) {
        JsonNode list = Embedded.in(entities);
        index(list, 0);
        top = each(list).map(this::resolved).filter(JsonNode::isObject).toList();
    }

    /// The listed entities, references replaced by what they mean.
    List<JsonNode> top() {
        return top;
    }

    /// What a node stands for; missing if a reference leads nowhere.
    JsonNode resolved(JsonNode node) {
        JsonNode meant = node;
        for (int hop = 0; meant.has("$ref"); hop++) {
            JsonNode next = byId.get(text(meant, "$ref"));
            if (next == null || hop == MAX_HOPS) {
                return MissingNode.getInstance();
            }
            meant = next;
        }
        return meant;
    }

    /// The entity that a field of another holds or refers to.
    JsonNode of(JsonNode entity, String field) {
        return resolved(entity.path(field));
    }

    /// An entity's type in one spelling: `mailMessage`, `mail-message` and `MailMessage` are `mailmessage`.
    static String type(JsonNode entity) {
        return SEPARATOR.matcher(text(entity, "Type")).replaceAll("").toLowerCase(Locale.ROOT);
    }

    private void index(JsonNode node, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        String id = text(node, "$id");
        if (!id.isEmpty()) {
            byId.putIfAbsent(id, node);
        }
        node.valueStream().filter(JsonNode::isContainer).forEach(inner -> index(inner, depth + 1));
    }
}
