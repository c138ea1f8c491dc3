package dev.analystcopilot.eval.service;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One event of an answer, as a client hears it.
///
/// @param type the event's name, such as `token`
/// @param nanos when it was heard, of [System#nanoTime]
public record Heard(String type, JsonNode data, long nanos) {
    public Heard {
        requireNonNull(type, "type");
        requireNonNull(data, "data");
    }

    /// The answer's words.
    public static String words(List<Heard> events) {
        StringBuilder words = new StringBuilder();
        events.stream()
                .filter(event -> event.type().equals("token"))
                .forEach(event -> words.append(event.data().path("text").asString("")));
        return words.toString();
    }

    public static List<JsonNode> all(List<Heard> events, String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .map(Heard::data)
                .toList();
    }

    public static Optional<JsonNode> first(List<Heard> events, String type) {
        return all(events, type).stream().findFirst();
    }
}
