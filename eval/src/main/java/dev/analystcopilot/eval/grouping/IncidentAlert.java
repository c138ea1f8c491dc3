package dev.analystcopilot.eval.grouping;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// An alert with the incident that its vendor put it into, which the product never sees.
record IncidentAlert(String incident, Alert alert) {

    /// The same at another time, its processes too.
    IncidentAlert later(Duration by) {
        Map<String, String> details = new HashMap<>(alert.details());
        details.replaceAll((name, value) -> moved(value, by));
        return with(
                alert.time().plus(by),
                alert.entities(),
                alert.lineage().stream()
                        .map(process -> movedProcess(process, by))
                        .toList(),
                details);
    }

    /// The same about other things, by their keys.
    IncidentAlert about(Map<Entity, Entity> instead) {
        List<String> lineage = alert.lineage();
        for (var one : instead.entrySet()) {
            String from = one.getKey().value() + "|";
            String to = one.getValue().value() + "|";
            lineage = lineage.stream()
                    .map(process -> process.startsWith(from) ? to + process.substring(from.length()) : process)
                    .toList();
        }
        return with(
                alert.time(),
                alert.entities().stream()
                        .map(entity -> instead.getOrDefault(entity, entity))
                        .toList(),
                lineage,
                alert.details());
    }

    /// The same with one more thing.
    IncidentAlert alsoNaming(Entity entity) {
        return with(
                alert.time(),
                Stream.concat(alert.entities().stream(), Stream.of(entity)).toList(),
                alert.lineage(),
                alert.details());
    }

    private IncidentAlert with(Instant time, List<Entity> entities, List<String> lineage, Map<String, String> details) {
        return new IncidentAlert(
                incident,
                new Alert(
                        alert.id(),
                        alert.source(),
                        alert.rule(),
                        time,
                        alert.title(),
                        alert.message(),
                        alert.severity(),
                        alert.status(),
                        alert.outcome(),
                        entities,
                        alert.techniques(),
                        alert.raw(),
                        lineage,
                        details));
    }

    private static String movedProcess(String process, Duration by) {
        int bar = process.lastIndexOf('|');
        return process.substring(0, bar + 1)
                + moved(process.substring(bar + 1).toUpperCase(Locale.ROOT), by).toLowerCase(Locale.ROOT);
    }

    private static String moved(String value, Duration by) {
        try {
            return Instant.parse(value).plus(by).toString();
        } catch (DateTimeParseException e) {
            return value; // no time
        }
    }
}
