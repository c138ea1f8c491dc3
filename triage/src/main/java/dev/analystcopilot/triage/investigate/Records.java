package dev.analystcopilot.triage.investigate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Turns the record of any source into things. Objects that say what type they are become things of that type; what
/// says no type belongs to what it hangs below. A reference (`$ref`) stands for the object with that `$id`.
final class Records {
    private static final int DEEPEST = 12;
    private static final int MOST_THINGS = 400;
    private static final Set<String> TITLES =
            Set.of("displayname", "alertname", "title", "rule_name", "signature", "name");
    private static final Set<String> TEXTS = Set.of("description", "message", "full_log", "summary");

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<Thing> things = new ArrayList<>();
    private final List<String> times = new ArrayList<>();

    private Records() {}

    static EvidenceAlert alert(String id, String caseId, JsonNode raw) {
        var records = new Records();
        records.index(raw, 0);
        var own = new LinkedHashMap<String, String>();
        records.walk(raw, own, "", 0, true);
        records.things.addFirst(new Thing(Thing.ALERT, own, true));
        own.forEach((name, value) -> {
            if (name.contains("time") && !name.contains(".")) {
                records.times.add(value);
            }
        });
        return new EvidenceAlert(id, caseId, first(own, TITLES), texts(own), records.times, records.things);
    }

    private static String first(Map<String, String> own, Set<String> names) {
        return own.entrySet().stream()
                .filter(entry -> names.contains(last(entry.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static String texts(Map<String, String> own) {
        var text = new StringBuilder();
        own.forEach((name, value) -> {
            if (TEXTS.contains(last(name))) {
                text.append(value).append('\n');
            }
        });
        return text.toString();
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void index(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isObject() && node.path("$id").isString()) {
            byId.put(node.path("$id").asString(), node);
        }
        node.forEach(child -> index(child, depth + 1));
    }

    /// @param into takes what belongs to the thing that is being read
    private void walk(JsonNode node, Map<String, String> into, String prefix, int depth, boolean direct) {
        if (depth > DEEPEST || things.size() > MOST_THINGS) {
            return;
        }
        for (var field : node.properties()) {
            String name = prefix + field.getKey().toLowerCase(Locale.ROOT);
            JsonNode value = resolved(field.getValue());
            if (value.isArray()) {
                list(value, into, name, depth, direct);
            } else if (value.isObject()) {
                object(value, into, name, depth, direct && depth == 0);
            } else if (!value.isNull() && !name.startsWith("$")) {
                into.putIfAbsent(name, value.asString());
            }
        }
    }

    private void list(JsonNode array, Map<String, String> into, String name, int depth, boolean direct) {
        int n = 0;
        for (JsonNode item : array) {
            JsonNode value = resolved(item);
            if (value.isObject()) {
                // A reference in a list repeats what is told elsewhere.
                if (!item.path("$ref").isString()) {
                    object(value, into, name, depth, direct && depth == 0);
                }
            } else if (n++ == 0 && !value.isArray() && !value.isNull()) {
                into.putIfAbsent(name, value.asString());
            }
        }
    }

    private void object(JsonNode value, Map<String, String> into, String name, int depth, boolean direct) {
        String type = value.path("Type").asString(value.path("type").asString(""));
        if (type.isBlank()) {
            walk(value, into, name + ".", depth + 1, direct);
            return;
        }
        var own = new LinkedHashMap<String, String>();
        int place = things.size();
        walk(value, own, "", depth + 1, false);
        things.add(Math.min(place, things.size()), new Thing(type.toLowerCase(Locale.ROOT), own, direct));
        if (!direct) {
            own.forEach((attribute, text) -> into.putIfAbsent(name + "." + attribute, text));
        }
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode found = node.isObject() ? byId.get(node.path("$ref").asString("")) : null;
        return found == null ? node : found;
    }
}
