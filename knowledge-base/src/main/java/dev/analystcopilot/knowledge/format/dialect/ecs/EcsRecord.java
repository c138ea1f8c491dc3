package dev.analystcopilot.knowledge.format.dialect.ecs;

import dev.analystcopilot.knowledge.format.field.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A document of Elasticsearch, whose fields may be nested (`{"host":{"name":…}}`), dotted (`{"host.name":…}`) or half
/// of
/// each, and whose values may be lists. A hit of a search holds it in `_source` or, as lists, in `fields`.
final class EcsRecord {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_PATH = 200;

    private final Map<String, List<JsonNode>> byPath = new HashMap<>();
    private final String hitId;

    private EcsRecord(JsonNode document, String hitId) {
        this.hitId = hitId;
        index(document, "", 0);
    }

    static EcsRecord of(JsonNode record) {
        for (String place : List.of("_source", "fields")) {
            if (record.has("_id") && record.path(place).isObject()) {
                return new EcsRecord(record.path(place), Json.text(record, "_id"));
            }
        }
        return new EcsRecord(record, Json.text(record, "_id"));
    }

    /// The id of the hit; empty if it is none.
    String hitId() {
        return hitId;
    }

    boolean has(String path) {
        return byPath.containsKey(path);
    }

    /// Everything that lies at a path, lists taken apart.
    Stream<JsonNode> nodes(String path) {
        return byPath.getOrDefault(path, List.of()).stream();
    }

    /// The texts at some paths, one path after the other.
    Stream<String> texts(String... paths) {
        return Stream.of(paths).flatMap(this::nodes).map(Json::text).filter(text -> !text.isEmpty());
    }

    /// The first text at some paths; else empty.
    String text(String... paths) {
        for (String path : paths) {
            for (JsonNode node : byPath.getOrDefault(path, List.of())) {
                String text = Json.text(node);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    /// Every text at a path below a node, whatever lies between; such as each `id` below `threat`.
    static Stream<String> below(JsonNode node, String name, int depth) {
        if (depth > MAX_DEPTH) {
            return Stream.empty();
        }
        Stream<String> deeper =
                node.valueStream().filter(JsonNode::isContainer).flatMap(inner -> below(inner, name, depth + 1));
        Stream<String> here = node.propertyStream()
                .filter(field -> field.getKey().equals(name) || field.getKey().endsWith("." + name))
                .flatMap(field -> Json.texts(field.getValue()).stream());
        return Stream.concat(here, deeper);
    }

    private void index(JsonNode node, String path, int depth) {
        if (depth > MAX_DEPTH || path.length() > MAX_PATH) {
            return;
        }
        if (node.isArray()) {
            node.valueStream().forEach(element -> index(element, path, depth + 1));
            return;
        }
        if (!path.isEmpty() && !node.isNull()) {
            byPath.computeIfAbsent(path, key -> new ArrayList<>(1)).add(node);
        }
        for (var field : node.properties()) {
            index(field.getValue(), path.isEmpty() ? field.getKey() : path + '.' + field.getKey(), depth + 1);
        }
    }
}
