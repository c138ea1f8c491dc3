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
/// details:                            # whatever else is worth keeping, under names of one's own
///   http.status: /response/code
/// processes: [/process/guid, /process/parent/guid] # the acting one first
/// ```
///
/// Of CSV a place is a column: `/Source IP`. `delimiter: ";"` says what stands between columns.
///
/// @param fields the places of each field, in the order to try them
/// @param entities the places of each type of entity
/// @param details the places of each detail
/// @param processes where the ids of the processes stand that took part
public record Mapping(
        Map<String, List<Place>> fields,
        Map<String, List<Place>> entities,
        Map<String, List<Place>> details,
        List<Place> processes,
        Map<String, Severity> severities,
        Map<String, AlertStatus> statuses,
        Map<String, Outcome> outcomes,
        List<DateTimeFormatter> timeFormats,
        ZoneId zone,
        char delimiter) {

    public Mapping {
        fields = Map.copyOf(fields);
        entities = Collections.unmodifiableMap(new LinkedHashMap<>(entities));
        details = Map.copyOf(details);
        processes = List.copyOf(processes);
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

    /// Of columns, whose names are compared without case: every place in lower case.
    Mapping ofColumns() {
        return new Mapping(
                columns(fields),
                columns(entities),
                columns(details),
                columns(processes),
                severities,
                statuses,
                outcomes,
                timeFormats,
                zone,
                delimiter);
    }

    private static Map<String, List<Place>> columns(Map<String, List<Place>> places) {
        Map<String, List<Place>> columns = new LinkedHashMap<>();
        places.forEach((name, each) -> columns.put(name, columns(each)));
        return columns;
    }

    private static List<Place> columns(List<Place> places) {
        return places.stream().map(Place::ofColumn).toList();
    }

    /// How words are compared: without case.
    static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    /// Where a value comes from.
    public sealed interface Place {
        JsonNode in(JsonNode record);

        /// The same place among columns.
        default Place ofColumn() {
            return switch (this) {
                case Pointer(JsonPointer pointer) ->
                    new Pointer(JsonPointer.compile(pointer.toString().toLowerCase(Locale.ROOT)));
                case Constant constant -> constant;
            };
        }

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
