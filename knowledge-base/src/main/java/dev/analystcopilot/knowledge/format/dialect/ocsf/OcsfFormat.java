package dev.analystcopilot.knowledge.format.dialect.ocsf;

import static dev.analystcopilot.knowledge.format.field.Json.each;
import static dev.analystcopilot.knowledge.format.field.Json.firstText;
import static dev.analystcopilot.knowledge.format.field.Json.text;

import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.HttpStatus;
import dev.analystcopilot.knowledge.format.field.Severities;
import dev.analystcopilot.knowledge.format.field.Times;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Findings of the Open Cybersecurity Schema Framework: Detection Finding (class 2004), its neighbours in category 2,
/// and events of other classes that carry a title or a message.
public final class OcsfFormat implements JsonFormat {

    @Override
    public String name() {
        return "ocsf";
    }

    @Override
    public boolean recognises(JsonNode record) {
        return record.path("class_uid").isNumber()
                || record.path("finding_info").isObject()
                || (record.has("severity_id") && record.path("metadata").has("product"));
    }

    @Override
    public AlertDraft read(JsonNode record) {
        if (!recognises(record)) {
            throw new UnreadableRecordException("it has neither 'class_uid' nor 'finding_info', as OCSF findings do");
        }
        JsonNode finding = record.path(record.has("finding_info") ? "finding_info" : "finding");
        JsonNode product = record.path("metadata").path("product");
        String source = firstText(product, "name", "vendor_name");
        String title = firstText(finding, "title");
        var draft = new AlertDraft()
                .id(either(text(finding, "uid"), text(record.path("metadata"), "uid")))
                .source(either(source, "ocsf"))
                .rule(rule(finding))
                .title(either(title, firstText(record, "message", "type_name", "class_name")))
                .message(either(text(record, "message"), text(finding, "desc")))
                .time(Times.read(firstText(record, "time", "time_dt")))
                .severity(severity(record))
                .status(isFinding(record) ? status(record.path("status_id").asInt(0)) : AlertStatus.NEW)
                .outcome(outcome(record));
        Stream.of(record.path("attacks"), finding.path("attacks"), record.path("evidences"))
                .flatMap(node -> each(node))
                .forEach(attack -> technique(attack, draft));
        OcsfEntities.collect(record, draft.entities());
        OcsfDetails.collect(record, draft);
        return draft;
    }

    private static String rule(JsonNode finding) {
        JsonNode analytic = finding.path("analytic");
        String rule = firstText(analytic, "uid", "name");
        return either(rule, text(finding.path("types").path(0)));
    }

    private static Severity severity(JsonNode record) {
        Severity severity = Severity.ofOcsf(record.path("severity_id").asInt(0));
        if (severity != Severity.UNKNOWN) {
            return severity;
        }
        return Severities.ofName(text(record, "severity"));
    }

    private static AlertStatus status(int id) {
        return switch (id) {
            case 2 -> AlertStatus.IN_PROGRESS;
            case 3 -> AlertStatus.SUPPRESSED;
            case 4, 5, 6 -> AlertStatus.RESOLVED;
            default -> AlertStatus.NEW;
        };
    }

    /// What was blocked, quarantined, deleted, dropped, reset, rejected or denied remained an attempt. *Allowed* says
    /// that a control let it pass: on a host the program then ran, while on the network the answer is still open.
    private static Outcome outcome(JsonNode record) {
        int action = record.path("action_id").asInt(0);
        return switch (record.path("disposition_id").asInt(0)) {
            case 2, 3, 5, 6, 11, 21, 25, 26 -> Outcome.ATTEMPTED;
            case 9, 13 -> Outcome.SUCCEEDED;
            case 1 -> allowed(record);
            default ->
                switch (action) {
                    case 1 -> allowed(record);
                    case 2 -> Outcome.ATTEMPTED;
                    default -> answered(record);
                };
        };
    }

    /// `status_id` of a finding is its place in somebody's queue; of an activity, whether it succeeded.
    private static boolean isFinding(JsonNode record) {
        return record.has("finding_info")
                || record.has("finding")
                || record.path("class_uid").asInt(0) / 1000 == 2;
    }

    /// Whether a request was refused by the server it went to, or an activity failed.
    private static Outcome answered(JsonNode record) {
        boolean refused = Stream.concat(Stream.of(record), each(record.path("evidences")))
                .map(node -> HttpStatus.outcome(text(node.path("http_response"), "code")))
                .anyMatch(Outcome.ATTEMPTED::equals);
        if (refused) {
            return Outcome.ATTEMPTED;
        }
        if (isFinding(record)) {
            return Outcome.UNKNOWN;
        }
        return switch (record.path("status_id").asInt(0)) {
            case 1 -> Outcome.SUCCEEDED;
            case 2 -> Outcome.ATTEMPTED;
            default -> Outcome.UNKNOWN;
        };
    }

    private static Outcome allowed(JsonNode record) {
        boolean onHost = Stream.concat(Stream.of(record), each(record.path("evidences")))
                .anyMatch(node -> node.has("process") || node.path("actor").has("process"));
        return onHost ? Outcome.SUCCEEDED : Outcome.UNKNOWN;
    }

    private static void technique(JsonNode attack, AlertDraft draft) {
        String sub = text(attack.path("sub_technique"), "uid");
        draft.techniquesIn(either(sub, text(attack.path("technique"), "uid")));
        // Schemas before 1.1 listed several techniques with one tactic.
        each(attack.path("techniques")).forEach(t -> draft.techniquesIn(text(t, "uid")));
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
