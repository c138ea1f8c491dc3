package dev.analystcopilot.knowledge.alert;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One security alert as its source reported it, in OCSF Detection Finding terms. It belongs to the tenant it is stored
/// for; a parser does not know tenants.
///
/// @param id the source's own id, else a hash made by [AlertIds]
/// @param source the product or sensor that raised it, such as `wazuh`
/// @param rule the source's stable name or id of what fired, without changing parts; the title where there is none
/// @param time when it happened
/// @param title one line for people
/// @param message the source's longer text; may be empty
/// @param severity the source's severity
/// @param status OCSF finding status
/// @param outcome whether it took effect, as far as the source knows
/// @param entities what it is about, without repeats, in the source's order
/// @param techniques ATT&CK ids the source names, such as `T1059.001`
/// @param raw the record as it came (JSON text, or a CSV row as a JSON object), never interpreted again as markup
/// @param lineage identities of the processes involved, the acting one first, then its ancestors: `host|pid|start`, or
/// the
///     source's own process GUID, in lower case. Alerts that share one are of one process tree
/// @param details what else the source tells in few words, by well-known keys such as `process.command_line` or
///     `http.status`; see `docs/alert-formats.md`
public record Alert(
        String id,
        String source,
        String rule,
        Instant time,
        String title,
        String message,
        Severity severity,
        AlertStatus status,
        Outcome outcome,
        List<Entity> entities,
        List<String> techniques,
        String raw,
        List<String> lineage,
        Map<String, String> details) {

    public Alert {
        id = required("id", id);
        source = required("source", source);
        title = required("title", title);
        rule = rule.isBlank() ? title : clean(rule);
        message = clean(message);
        raw = clean(raw);
        requireNonNull(time, "time");
        requireNonNull(severity, "severity");
        requireNonNull(status, "status");
        requireNonNull(outcome, "outcome");
        entities = entities.stream().distinct().toList();
        techniques = techniques.stream().distinct().toList();
        lineage = AlertContext.lineage(lineage);
        details = AlertContext.details(details);
    }

    /// An alert of which no processes and no details are known.
    public Alert(
            String id,
            String source,
            String rule,
            Instant time,
            String title,
            String message,
            Severity severity,
            AlertStatus status,
            Outcome outcome,
            List<Entity> entities,
            List<String> techniques,
            String raw) {
        this(
                id,
                source,
                rule,
                time,
                title,
                message,
                severity,
                status,
                outcome,
                entities,
                techniques,
                raw,
                List.of(),
                Map.of());
    }

    private static String required(String name, String value) {
        String cleaned = clean(value);
        if (cleaned.isEmpty()) {
            throw new IllegalArgumentException("an alert needs a " + name);
        }
        return cleaned;
    }

    private static String clean(String value) {
        return Texts.storable(value).strip();
    }
}
