package dev.analystcopilot.knowledge.format.dialect.ecs;

import dev.analystcopilot.knowledge.format.field.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A document of Elasticsearch, whose fields may be nested (`{"host":{"name":…}}`), dotted (`{"host.name":…}`) or half
/// of
/// each, and whose values may be lists. A hit of a search holds it in `_source` or, as lists, in `fields`.
final class EcsRecord {
    private static final int MAX_DEPTH = 12;

    private final JsonNode document;
    private final String hitId;

    private EcsRecord(JsonNode document, String hitId) {
        this.document = document;
        this.hitId = hitId;
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
        return nodes(path).findAny().isPresent();
    }

    /// Everything that lies at a path, lists taken apart.
    Stream<JsonNode> nodes(String path) {
        List<JsonNode> found = new ArrayList<>();
        find(document, path, 0, found);
        return found.stream();
    }

    /// The texts at some paths, one path after the other.
    Stream<String> texts(String... paths) {
        return Stream.of(paths).flatMap(this::nodes).map(Json::text).filter(text -> !text.isEmpty());
    }

    /// The first text at some paths; else empty.
    String text(String... paths) {
        return texts(paths).findFirst().orElse("");
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

    private static void find(JsonNode node, String path, int depth, List<JsonNode> found) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node.isArray()) {
            node.valueStream().forEach(element -> find(element, path, depth + 1, found));
            return;
        }
        if (!node.isObject()) {
            return;
        }
        Json.each(node.path(path)).flatMap(Json::each).forEach(found::add);
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            JsonNode inner = node.path(path.substring(0, dot));
            if (inner.isContainer()) {
                find(inner, path.substring(dot + 1), depth + 1, found);
            }
        }
    }
}
