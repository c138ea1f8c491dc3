package dev.analystcopilot.knowledge.sigma.event;

import dev.analystcopilot.knowledge.sigma.rule.FieldValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads events of any shape: Windows events as XML in JSON, flat, as Winlogbeat, Elastic or Wazuh wrap them;
/// CloudTrail
/// and whatever else is a JSON object.
public final class EventReader {
    /// Wrappers around the fields that Sigma's rules name; what is inside `UserData` has a wrapper of its own.
    private static final Pattern WRAPPER = Pattern.compile("^(?:(?:alert\\.)?_source\\.)?(?:"
            + "event\\.eventdata\\.|event\\.system\\.|event\\.userdata\\.[^.]+\\.|eventdata\\.|"
            + "userdata\\.[^.]+\\.|system\\.|winlog\\.event_data\\.|winlog\\.user_data\\.|winlog\\.|"
            + "data\\.win\\.eventdata\\.|data\\.win\\.system\\.|data\\.)?");
    private static final int DEEPEST = 30;

    private final FieldNames names = FieldNames.load();
    private final Origins origins = new Origins(WindowsLogs.load());

    /// @param node an event
    public Event read(JsonNode node) {
        Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
        flatten("", node, fields, 0);
        derive(fields);
        Map<String, List<FieldValue>> byAnyName = names.withSigmaNames(fields);
        return new Event(fields, byAnyName, origins.of(byAnyName));
    }

    private static void flatten(String path, JsonNode node, Map<String, List<FieldValue>> fields, int depth) {
        if (depth > DEEPEST || node.isNull() || node.isMissingNode()) {
            return;
        }
        if (node.isObject()) {
            String named = dataName(node);
            if (named != null) {
                put(parent(path) + named, node.path("#text").asString(""), fields);
                return;
            }
            node.properties()
                    .forEach(entry -> flatten(join(path, entry.getKey()), entry.getValue(), fields, depth + 1));
        } else if (node.isArray()) {
            int number = 0;
            for (JsonNode item : node) {
                flatten(path, item, fields, depth + 1);
                if (item.isValueNode() && path.endsWith(".Data")) {
                    put(parent(path) + "param" + ++number, item.asString(), fields);
                }
            }
        } else {
            put(path, node.asString(), fields);
        }
    }

    /// The name of a `<Data Name="Image">…</Data>`, however its attribute was spelled; null if this is none.
    private static @Nullable String dataName(JsonNode node) {
        if (!node.has("#text")) {
            return null;
        }
        for (JsonNode name : List.of(node.path("#attributes").path("Name"), node.path("@Name"), node.path("Name"))) {
            if (name.isString()) {
                return name.asString();
            }
        }
        return null;
    }

    /// Attributes get names as Sigma spells them: `Provider_Name`.
    private static String join(String path, String key) {
        if (key.equals("#attributes") || key.equals("#text")) {
            return path + (key.equals("#text") ? "" : "#");
        }
        if (path.isEmpty()) {
            return key;
        }
        return path.endsWith("#") ? path.substring(0, path.length() - 1) + "_" + key : path + "." + key;
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }

    private static void put(String path, String text, Map<String, List<FieldValue>> fields) {
        String full = path.toLowerCase(Locale.ROOT);
        String name = WRAPPER.matcher(full).replaceFirst("");
        // Wazuh doubles the backslashes of Windows.
        String value = full.contains("data.win.") ? text.replace("\\\\", "\\") : text;
        fields.computeIfAbsent(name.isEmpty() ? full : name, key -> new ArrayList<>())
                .add(FieldValue.of(value));
    }

    /// What rules ask for and some logs say in other words.
    private static void derive(Map<String, List<FieldValue>> fields) {
        List<FieldValue> hashes = fields.getOrDefault("hashes", List.of());
        hashes.stream()
                .flatMap(value -> Arrays.stream(value.text().split(",")))
                .map(hash -> hash.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> fields.putIfAbsent(
                        pair[0].strip().toLowerCase(Locale.ROOT), List.of(FieldValue.of(pair[1].strip()))));
        List<FieldValue> key = fields.get("objectname");
        List<FieldValue> value = fields.get("objectvaluename");
        if (key != null && value != null) {
            String path = key.getFirst().text() + "\\" + value.getFirst().text();
            fields.putIfAbsent(
                    "targetobject",
                    List.of(FieldValue.of(path.replaceFirst("(?i)^\\\\REGISTRY\\\\MACHINE", "HKLM")
                            .replaceFirst("(?i)^\\\\REGISTRY\\\\USER", "HKU"))));
        }
    }
}
