package dev.analystcopilot.knowledge.format.dialect.ecs;

import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.HttpStatus;
import dev.analystcopilot.knowledge.format.field.Severities;
import dev.analystcopilot.knowledge.format.field.Times;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Alerts of Elastic Security (`kibana.alert.*`, before 8.0 `signal.*`) and events in the Elastic Common Schema.
///
/// Fields: Elastic Common Schema 8 and 9; Elastic Security, "Alert schema".
public final class EcsFormat implements JsonFormat {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,6})?");

    private static final Pattern STOPPED = Pattern.compile("(?i)denied|blocked|dropped|prevented|quarantined");

    /// Events of which "success" says that something happened on a host, or that an account got in.
    private static final Set<String> SETTLED = Set.of(
            "authentication", "session", "process", "file", "registry", "iam", "configuration", "driver", "package");

    @Override
    public String name() {
        return "ecs";
    }

    @Override
    public boolean recognises(JsonNode record) {
        return isOne(EcsRecord.of(record));
    }

    private static boolean isOne(EcsRecord document) {
        return document.has("kibana.alert.rule.name")
                || document.has("kibana.alert.uuid")
                || document.has("signal.rule.name")
                || (document.has("@timestamp")
                        && (document.has("ecs.version") || document.has("event.kind") || document.has("event.module"))
                        && !title(document).isEmpty());
    }

    @Override
    public AlertDraft read(JsonNode record) {
        EcsRecord document = EcsRecord.of(record);
        if (!isOne(document)) {
            throw new UnreadableRecordException("it is neither an alert of Elastic Security ('kibana.alert.…') nor an "
                    + "event with '@timestamp', 'event.kind' and 'rule.name' or 'message'");
        }
        var draft = new AlertDraft()
                .id(either(document.text("kibana.alert.uuid"), either(document.hitId(), document.text("event.id"))))
                .source(source(document))
                .rule(document.text(
                        "kibana.alert.rule.rule_id",
                        "kibana.alert.rule.uuid",
                        "signal.rule.rule_id",
                        "signal.rule.id",
                        "rule.id",
                        "rule.uuid",
                        "rule.name"))
                .title(title(document))
                .message(document.text("kibana.alert.reason", "signal.reason", "message", "event.reason"))
                .time(Times.read(document.text(
                        "kibana.alert.original_time", "signal.original_time", "@timestamp", "event.created")))
                .severity(severity(document))
                .status(status(document.text("kibana.alert.workflow_status", "signal.status")))
                .outcome(outcome(document));
        threats(document).flatMap(threat -> EcsRecord.below(threat, "id", 0)).forEach(draft::techniquesIn);
        document.texts("threat.technique.id", "threat.technique.subtechnique.id")
                .forEach(draft::techniquesIn);
        EcsEntities.collect(document, draft);
        EcsDetails.collect(document, draft);
        String tactics = Stream.concat(
                        document.texts("threat.tactic.name"),
                        threats(document).flatMap(threat -> EcsRecord.below(threat, "tactic.name", 0)))
                .distinct()
                .collect(Collectors.joining(", "));
        return draft.detail("kill_chain", tactics);
    }

    private static Stream<JsonNode> threats(EcsRecord document) {
        return Stream.of(
                        "kibana.alert.rule.threat",
                        "kibana.alert.rule.parameters.threat",
                        "signal.rule.threat",
                        "threat")
                .flatMap(document::nodes);
    }

    private static String title(EcsRecord document) {
        return document.text(
                "kibana.alert.rule.name",
                "signal.rule.name",
                "rule.name",
                "rule.description",
                "message",
                "event.action");
    }

    private static String source(EcsRecord document) {
        return document.has("kibana.alert.rule.name") || document.has("signal.rule.name")
                ? "elastic security"
                : either(document.text("event.module", "observer.product", "event.provider", "agent.type"), "elastic");
    }

    /// A word; else the risk score, in the quarters that Elastic's own rules use.
    private static Severity severity(EcsRecord document) {
        Severity named = Severities.ofName(document.text(
                "kibana.alert.severity",
                "kibana.alert.rule.severity",
                "signal.rule.severity",
                "event.severity",
                "log.level"));
        String score = document.text("kibana.alert.risk_score", "signal.rule.risk_score", "event.risk_score");
        if (named != Severity.UNKNOWN || !NUMBER.matcher(score).matches()) {
            return named;
        }
        double risk = Double.parseDouble(score);
        if (risk >= 74) {
            return Severity.CRITICAL;
        } else if (risk >= 48) {
            return Severity.HIGH;
        }
        return risk >= 22 ? Severity.MEDIUM : Severity.LOW;
    }

    private static AlertStatus status(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "acknowledged", "in-progress" -> AlertStatus.IN_PROGRESS;
            case "closed" -> AlertStatus.RESOLVED;
            default -> AlertStatus.NEW;
        };
    }

    /// Of an endpoint's own alert `success` says that the sensor did its work, and of a request that it was answered:
    /// neither says that an attack worked.
    private static Outcome outcome(EcsRecord document) {
        boolean denied = document.texts("event.type", "event.action", "suricata.eve.alert.action")
                .anyMatch(word -> STOPPED.matcher(word).find());
        String told = document.text("event.outcome");
        Outcome answered = HttpStatus.outcome(document.text("http.response.status_code"));
        if (denied || told.equals("failure") || answered == Outcome.ATTEMPTED) {
            return Outcome.ATTEMPTED;
        }
        boolean ofSensor = document.texts("event.kind", "kibana.alert.original_event.kind", "event.dataset")
                .anyMatch(word -> word.equals("alert") || word.endsWith(".alerts"));
        boolean settled = document.texts("event.category").anyMatch(SETTLED::contains);
        return told.equals("success") && settled && !ofSensor ? Outcome.SUCCEEDED : Outcome.UNKNOWN;
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
