package dev.analystcopilot.knowledge.format.dialect.mapping;

import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.dialect.mapping.Mapping.Place;
import dev.analystcopilot.knowledge.format.field.Json;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads mappings strictly: an entry that is not understood is an error, since a misspelt one would lose a field of
/// every
/// alert in silence.
final class MappingParser {
    private static final Set<String> ENTRIES = Set.of(
            "fields",
            "entities",
            "details",
            "processes",
            "severity",
            "status",
            "outcome",
            "time_formats",
            "time_zone",
            "delimiter");
    private static final Set<String> FIELDS =
            Set.of("id", "source", "rule", "title", "message", "time", "severity", "status", "outcome", "techniques");
    private static final List<String> NEEDED = List.of("source", "title", "time");
    private static final Set<String> ENTITY_TYPES =
            Set.of("host", "user", "process", "ip", "domain", "url", "file", "hash", "mailbox");

    /// JSON is YAML too.
    private final YAMLMapper yaml = new YAMLMapper();

    Mapping parse(String text) {
        JsonNode root = tree(text);
        known("entry", root, ENTRIES);
        known("field", root.path("fields"), FIELDS);
        known("entity type", root.path("entities"), ENTITY_TYPES);
        Map<String, List<Place>> fields = places(root.path("fields"));
        for (String needed : NEEDED) {
            if (!fields.containsKey(needed)) {
                throw new MappingException("'fields' does not say where '" + needed + "' stands");
            }
        }
        return new Mapping(
                fields,
                places(root.path("entities")),
                places(root.path("details")),
                places("processes", root.path("processes")),
                words(root.path("severity"), Severity.class),
                words(root.path("status"), AlertStatus.class),
                words(root.path("outcome"), Outcome.class),
                timeFormats(root.path("time_formats")),
                zone(Json.text(root, "time_zone")),
                delimiter(root.path("delimiter")));
    }

    private JsonNode tree(String text) {
        try {
            JsonNode root = yaml.readTree(text);
            if (!root.isObject()) {
                throw new MappingException("it is no YAML or JSON object with the entry 'fields'");
            }
            return root;
        } catch (JacksonException e) {
            throw new MappingException("it is neither YAML nor JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void known(String what, JsonNode node, Set<String> names) {
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw new MappingException(
                        "there is no " + what + " '" + name + "', only " + String.join(", ", new TreeSet<>(names)));
            }
        }
    }

    private static Map<String, List<Place>> places(JsonNode node) {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        node.propertyStream().forEach(entry -> places.put(entry.getKey(), places(entry.getKey(), entry.getValue())));
        return places;
    }

    private static List<Place> places(String name, JsonNode node) {
        return Json.each(node).map(place -> place(name, place)).toList();
    }

    private static char delimiter(JsonNode node) {
        if (node.isMissingNode()) {
            return ',';
        }
        String text = node.asString("");
        if (text.length() != 1 || text.charAt(0) > 0x7E || "\"\r\n".contains(text)) {
            throw new MappingException("'delimiter' is the one character between columns, such as \";\" or \"\\t\"");
        }
        return text.charAt(0);
    }

    private static Place place(String field, JsonNode node) {
        String text = Json.text(node);
        if (text.isEmpty()) {
            throw new MappingException("'" + field + "' needs JSON pointers such as /alert/id, or a constant text");
        }
        if (!text.startsWith("/")) {
            return new Place.Constant(node);
        }
        try {
            return new Place.Pointer(JsonPointer.compile(text));
        } catch (IllegalArgumentException e) {
            throw new MappingException("'" + field + "': '" + text + "' is no JSON pointer", e);
        }
    }

    private static <E extends Enum<E>> Map<String, E> words(JsonNode node, Class<E> type) {
        Map<String, E> words = new LinkedHashMap<>();
        node.propertyStream()
                .forEach(entry ->
                        words.put(Mapping.folded(entry.getKey()), constant(Json.text(entry.getValue()), type)));
        return words;
    }

    private static <E extends Enum<E>> E constant(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name)) {
                return constant;
            }
        }
        throw new MappingException("'" + name + "' is none of "
                + List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
    }

    private static List<DateTimeFormatter> timeFormats(JsonNode node) {
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (String pattern : Json.texts(node)) {
            try {
                formats.add(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
            } catch (IllegalArgumentException e) {
                throw new MappingException("'" + pattern + "' in 'time_formats' is no pattern of times", e);
            }
        }
        return formats;
    }

    private static ZoneId zone(String name) {
        try {
            return name.isEmpty() ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new MappingException("'" + name + "' in 'time_zone' is no time zone", e);
        }
    }
}
