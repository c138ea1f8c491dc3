package dev.analystcopilot.knowledge.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/// What triage reads of an alert: everything but its long texts, plus the hash of its fingerprint. Small, because a
/// backlog of millions passes through as these.
public record StoredAlert(
        String id,
        Instant time,
        String source,
        String rule,
        String title,
        Severity severity,
        Outcome outcome,
        List<Entity> entities,
        List<String> techniques,
        String fingerprint) {

    public StoredAlert {
        requireNonNull(id, "id");
        requireNonNull(time, "time");
        requireNonNull(fingerprint, "fingerprint");
        entities = List.copyOf(entities);
        techniques = List.copyOf(techniques);
    }

    /// The stored form of an alert whose fingerprint is known.
    public static StoredAlert of(Alert alert, String fingerprint) {
        return new StoredAlert(
                alert.id(),
                alert.time(),
                alert.source(),
                alert.rule(),
                alert.title(),
                alert.severity(),
                alert.outcome(),
                alert.entities(),
                alert.techniques(),
                fingerprint);
    }
}
