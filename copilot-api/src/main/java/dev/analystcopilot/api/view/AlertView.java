package dev.analystcopilot.api.view;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An alert in a list.
///
/// @param caseId null for alerts that need nobody, and before the first triage
/// @param disposition null before the first triage, like confidence and anomaly
record AlertView(
        String id,
        Instant time,
        String source,
        String rule,
        String title,
        String severity,
        List<EntityView> entities,
        List<String> techniques,
        String outcome,
        @Nullable String caseId,
        @Nullable String disposition,
        @Nullable Double confidence,
        @Nullable Double anomaly) {

    static AlertView of(AlertHit hit) {
        StoredAlert alert = hit.alert();
        Optional<AlertHit.Triage> triage = hit.triage();
        return new AlertView(
                alert.id(),
                alert.time(),
                alert.source(),
                alert.rule(),
                alert.title(),
                alert.severity().name().toLowerCase(Locale.ROOT),
                EntityView.of(alert.entities()),
                alert.techniques(),
                alert.outcome().wireName(),
                triage.flatMap(AlertHit.Triage::caseId).orElse(null),
                triage.map(AlertHit.Triage::verdict).map(Verdict::wireName).orElse(null),
                triage.map(AlertHit.Triage::confidence).orElse(null),
                triage.map(AlertHit.Triage::anomaly).orElse(null));
    }

    record EntityView(String type, String value) {
        static List<EntityView> of(List<Entity> entities) {
            return entities.stream()
                    .map(entity -> new EntityView(entity.type(), entity.value()))
                    .toList();
        }

        static List<EntityView> ofKeys(List<String> keys) {
            return of(keys.stream().map(Entity::ofKey).toList());
        }
    }

    /// One alert in full.
    ///
    /// @param raw the record as it came
    /// @param lineage the processes involved, the acting one first, then its ancestors
    /// @param details what else the source tells in few words, by well-known keys
    record Detail(
            String id,
            Instant time,
            String source,
            String rule,
            String title,
            String severity,
            List<EntityView> entities,
            List<String> techniques,
            String outcome,
            @Nullable String caseId,
            @Nullable String disposition,
            @Nullable Double confidence,
            @Nullable Double anomaly,
            String message,
            String raw,
            List<String> lineage,
            Map<String, String> details) {
        Detail {
            lineage = List.copyOf(lineage);
            details = Collections.unmodifiableMap(new TreeMap<>(details));
        }

        static Detail of(Alert alert, Optional<AlertHit.Triage> triage) {
            return new Detail(
                    alert.id(),
                    alert.time(),
                    alert.source(),
                    alert.rule(),
                    alert.title(),
                    alert.severity().name().toLowerCase(Locale.ROOT),
                    EntityView.of(alert.entities()),
                    alert.techniques(),
                    alert.outcome().wireName(),
                    triage.flatMap(AlertHit.Triage::caseId).orElse(null),
                    triage.map(AlertHit.Triage::verdict).map(Verdict::wireName).orElse(null),
                    triage.map(AlertHit.Triage::confidence).orElse(null),
                    triage.map(AlertHit.Triage::anomaly).orElse(null),
                    alert.message(),
                    alert.raw(),
                    alert.lineage(),
                    alert.details());
        }
    }
}
