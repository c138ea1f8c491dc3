package dev.analystcopilot.knowledge.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A row of a table, or an object of a list.
///
/// @param line where it begins, from 1
/// @param fields by name: small letters, with `_` between words
record Row(long line, Map<String, JsonNode> fields) {

    Row {
        fields = Map.copyOf(fields);
    }

    static String fieldName(String name) {
        return name.strip()
                .replaceFirst("^\\uFEFF", "")
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s.-]+", "_");
    }

    /// The first of these fields that says something.
    Optional<JsonNode> node(String... names) {
        return Arrays.stream(names)
                .map(fields::get)
                .filter(node -> node != null
                        && !node.isNull()
                        && !(node.isValueNode() && text(node).isEmpty()))
                .findFirst();
    }

    Optional<String> text(String... names) {
        return node(names).map(node -> node.isArray() ? String.join("; ", texts(node)) : text(node));
    }

    /// The elements of an array, or the parts of a text between `;`, `|`, commas or line ends.
    List<String> texts(String... names) {
        return node(names).map(Row::texts).orElse(List.of());
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(element -> texts.add(text(element)));
        } else {
            texts.addAll(Arrays.asList(text(node).split("[;|,\\n、；，]")));
        }
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    static String text(JsonNode node) {
        return (node.isString() ? node.stringValue() : node.isNull() ? "" : node.toString()).strip();
    }
}
