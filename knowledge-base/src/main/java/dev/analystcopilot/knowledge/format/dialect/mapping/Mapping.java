package dev.analystcopilot.knowledge.format.dialect.mapping;

import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// Where the fields of an alert stand in some product's JSON. Written as YAML or JSON:
///
/// ```yaml
/// fields:
///   source: acme-edr                # text is a constant,
///   title: /detection/name          # a JSON pointer a place,
///   time: [/detected_at, /created]  # and of several the first that holds something counts
///   id: /detection/id
///   rule: /detection/rule           # also: message, severity, status, outcome, techniques
/// severity: {P1: critical, P2: high}
/// status: {closed: resolved}
/// outcome: {blocked: attempted}
/// time_formats: [dd/MM/yyyy HH:mm:ss] # beside numbers since 1970 and ISO 8601
/// time_zone: Asia/Shanghai            # of times that name none; UTC if left out
/// entities:
///   host: /device/name
///   ip: [/source/ip, /destination/ip] # all of them
/// ```
///
/// @param fields the places of each field, in the order to try them
/// @param entities the places of each type of entity
public record Mapping(
        Map<String, List<Place>> fields,
        Map<String, List<Place>> entities,
        Map<String, Severity> severities,
        Map<String, AlertStatus> statuses,
        Map<String, Outcome> outcomes,
        List<DateTimeFormatter> timeFormats,
        ZoneId zone) {

    public Mapping {
        fields = Map.copyOf(fields);
        entities = Collections.unmodifiableMap(new LinkedHashMap<>(entities));
        severities = Map.copyOf(severities);
        statuses = Map.copyOf(statuses);
        outcomes = Map.copyOf(outcomes);
        timeFormats = List.copyOf(timeFormats);
    }

    /// Reads a mapping's text.
    ///
    /// @throws MappingException if it is neither YAML nor JSON, or says something that is not understood
    public static Mapping parse(String text) {
        return new MappingParser().parse(text);
    }

    /// What a record holds at the places of a field, in the order to try them.
    Stream<JsonNode> values(String field, JsonNode record) {
        return fields.getOrDefault(field, List.of()).stream().map(place -> place.in(record));
    }

    /// How words are compared: without case.
    static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /// Where a value comes from.
    public sealed interface Place {
        JsonNode in(JsonNode record);

        /// A place in the record.
        record Pointer(JsonPointer pointer) implements Place {
            @Override
            public JsonNode in(JsonNode record) {
                return record.at(pointer);
            }
        }

        /// The same for every record.
        record Constant(JsonNode value) implements Place {
            @Override
            public JsonNode in(JsonNode record) {
                return value;
            }
        }
    }
}
