package dev.analystcopilot.triage.narrate;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import java.time.Instant;
import java.util.List;

/// An alert that the store has and the asker may see.
///
/// @param entities keys such as `host:web-01`
public record AlertFact(String id, Instant time, String title, String source, List<String> entities) {
    public AlertFact {
        requireNonNull(id, "id");
        requireNonNull(time, "time");
        requireNonNull(title, "title");
        requireNonNull(source, "source");
        entities = List.copyOf(entities);
    }

    public static AlertFact of(Alert alert) {
        return new AlertFact(
                alert.id(),
                alert.time(),
                alert.title(),
                alert.source(),
                alert.entities().stream().map(Entity::key).toList());
    }
}
