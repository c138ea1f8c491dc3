package dev.analystcopilot.knowledge.format.dialect.wazuh;

import static dev.analystcopilot.knowledge.format.field.Json.firstText;
import static dev.analystcopilot.knowledge.format.field.Json.text;
import static dev.analystcopilot.knowledge.format.field.Json.texts;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.HttpStatus;
import dev.analystcopilot.knowledge.format.field.Json;
import dev.analystcopilot.knowledge.format.field.Times;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Wazuh alerts: lines of `alerts.json` as the manager writes them, and hits of the index, where the alert lies in
/// `_source`, by itself or one object deeper.
public final class WazuhFormat implements JsonFormat {

    @Override
    public String name() {
        return "wazuh";
    }

    @Override
    public boolean recognises(JsonNode record) {
        return Found.in(record).isPresent();
    }

    @Override
    public AlertDraft read(JsonNode record) {
        Found found = Found.in(record)
                .orElseThrow(
                        () -> new UnreadableRecordException("it has no 'rule' beside an 'agent', as Wazuh alerts do"));
        JsonNode alert = found.alert();
        JsonNode rule = alert.path("rule");
        String level = either(text(rule, "level"), text(record, "rule_level"));
        var draft = new AlertDraft()
                .id(found.hit() == null ? text(alert, "id") : firstText(found.hit(), "_id", "id"))
                .source("wazuh")
                .rule(firstText(rule, "id", "description"))
                .title(title(rule))
                .message(message(alert))
                .time(Times.read(firstText(alert, "timestamp", "@timestamp")))
                .severity(severity(level))
                .outcome(outcome(alert));
        texts(rule.path("mitre").path("id")).forEach(draft::techniquesIn);
        WazuhEntities.collect(alert, draft.entities());
        WazuhDetails.collect(alert, level, draft);
        return draft;
    }

    private static String title(JsonNode rule) {
        String description = text(rule, "description");
        return description.isEmpty() && !text(rule, "id").isEmpty() ? "Wazuh rule " + text(rule, "id") : description;
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static String message(JsonNode alert) {
        String log = text(alert, "full_log");
        return log.isEmpty() ? text(alert.path("data").path("win").path("system"), "message") : log;
    }

    /// Levels run from 0 to 15; the bounds are those of Wazuh's own dashboard, with its "low" split where its
    /// documentation says that events are no more than normal (up to 3).
    private static Severity severity(String level) {
        if (!level.matches("[0-9]{1,2}")) {
            return Severity.UNKNOWN;
        }
        int number = Integer.parseInt(level);
        if (number <= 3) {
            return Severity.INFORMATIONAL;
        } else if (number <= 6) {
            return Severity.LOW;
        } else if (number <= 11) {
            return Severity.MEDIUM;
        }
        return number <= 14 ? Severity.HIGH : Severity.CRITICAL;
    }

    /// Only what the record itself settles: a login that worked or failed, a file that was changed, a request that the
    /// web server refused, traffic that was blocked.
    private static Outcome outcome(JsonNode alert) {
        List<String> groups = texts(alert.path("rule").path("groups"));
        JsonNode data = alert.path("data");
        if (groups.contains("authentication_success") || alert.path("syscheck").isObject()) {
            return Outcome.SUCCEEDED;
        }
        boolean refused = groups.contains("accesslog") && HttpStatus.outcome(text(data, "id")) == Outcome.ATTEMPTED;
        boolean audited = text(data.path("win").path("system"), "severityValue").equals("AUDIT_FAILURE");
        boolean failed = groups.contains("authentication_failed") || groups.contains("authentication_failures");
        boolean blocked = firstText(data, "action", "srcaction")
                .matches("(?i)(block|blocked|drop|dropped|deny|denied|reject|rejected)");
        return refused || failed || blocked || audited ? Outcome.ATTEMPTED : Outcome.UNKNOWN;
    }

    /// Where the alert lies in a record.
    ///
    /// @param hit the index hit around it; null for a native alert
    private record Found(JsonNode alert, @Nullable JsonNode hit) {

        static Optional<Found> in(JsonNode record) {
            if (isAlert(record)) {
                return Optional.of(new Found(record, null));
            }
            return Stream.concat(Stream.of(record), record.valueStream())
                    .filter(node -> isAlert(node.path("_source")))
                    .map(hit -> new Found(hit.path("_source"), hit))
                    .findFirst();
        }

        private static boolean isAlert(JsonNode node) {
            JsonNode rule = node.path("rule");
            return !Json.firstText(rule, "level", "description").isEmpty()
                    && (node.has("agent") || node.has("manager") || node.has("decoder"));
        }
    }
}
