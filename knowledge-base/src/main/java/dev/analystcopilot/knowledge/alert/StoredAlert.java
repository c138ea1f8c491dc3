package dev.analystcopilot.knowledge.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What triage reads of an alert: everything but its long texts, plus the hash of its fingerprint. Small, because a
/// backlog of millions passes through as these.
///
/// @param lineage as in [Alert]
/// @param details as in [Alert]
/// @param signs ids of the signs that the alert's body showed when it came in
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
        String fingerprint,
        List<String> lineage,
        Map<String, String> details,
        List<String> signs) {

    public StoredAlert {
        requireNonNull(id, "id");
        requireNonNull(time, "time");
        requireNonNull(fingerprint, "fingerprint");
        entities = List.copyOf(entities);
        techniques = List.copyOf(techniques);
        lineage = AlertContext.lineage(lineage);
        details = AlertContext.details(details);
        signs = List.copyOf(signs);
    }

    /// An alert of which no processes, details and signs are known.
    public StoredAlert(
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
        this(
                id,
                time,
                source,
                rule,
                title,
                severity,
                outcome,
                entities,
                techniques,
                fingerprint,
                List.of(),
                Map.of(),
                List.of());
    }

    /// The stored form of an alert whose fingerprint is known, without signs.
    public static StoredAlert of(Alert alert, String fingerprint) {
        return of(alert, fingerprint, List.of());
    }

    /// The stored form of an alert whose fingerprint and signs are known.
    public static StoredAlert of(Alert alert, String fingerprint, List<String> signs) {
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
                fingerprint,
                alert.lineage(),
                alert.details(),
                signs);
    }
}
