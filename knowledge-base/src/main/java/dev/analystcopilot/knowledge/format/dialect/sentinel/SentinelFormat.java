package dev.analystcopilot.knowledge.format.dialect.sentinel;

import static dev.analystcopilot.knowledge.format.field.Json.text;
import static dev.analystcopilot.knowledge.format.field.Json.texts;

import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.Embedded;
import dev.analystcopilot.knowledge.format.field.Fields;
import dev.analystcopilot.knowledge.format.field.Severities;
import dev.analystcopilot.knowledge.format.field.Times;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Microsoft Sentinel's table SecurityAlert, and the same alerts as its interface gives them (`properties`). Lists and
/// objects may come as JSON or as JSON in a text. The incident that Microsoft put an alert into is never looked at:
/// which alerts belong together is what triage has to find out.
public final class SentinelFormat implements JsonFormat {
    private static final Pattern PREVENTED =
            Pattern.compile("(?i)\\b(?:was|were|been) (?:prevented|blocked|quarantined)\\b");
    private static final Pattern STOPPED =
            Pattern.compile("(?i)(?:block|prevent|quarantin|denied|remediated|deleted|removed).*");
    private static final Pattern HOST_NAME = Pattern.compile("[\\w-]{1,63}(?:\\.[\\w-]{1,63}){0,10}");

    /// Further properties that hold addresses, such as `IP Addresses` and `Client IP`.
    private static final Pattern ADDRESSES = Pattern.compile("(?i).*\\b(?:ip|address)(?:es)?\\b.*");

    /// Detection types that name a product and not what fired.
    private static final Pattern PRODUCT =
            Pattern.compile("(?i)WindowsDefender\\w*|MTP|CustomerTI|CustomDetection|AutomatedInvestigation");

    @Override
    public String name() {
        return "sentinel";
    }

    @Override
    public boolean recognises(JsonNode record) {
        Fields fields = fields(record);
        return !fields.text("SystemAlertId").isEmpty()
                || (!fields.text("AlertName", "DisplayName", "AlertDisplayName").isEmpty()
                        && !fields.text("ProviderName", "ProductName", "VendorName")
                                .isEmpty());
    }

    @Override
    public AlertDraft read(JsonNode record) {
        if (!recognises(record)) {
            throw new UnreadableRecordException(
                    "it has neither 'SystemAlertId' nor 'AlertName' with a 'ProviderName', as rows of SecurityAlert do");
        }
        Fields fields = fields(record);
        Fields more = Fields.of(Embedded.in(fields.node("ExtendedProperties")));
        String title = fields.text("DisplayName", "AlertDisplayName", "AlertName");
        var draft = new AlertDraft()
                .id(fields.text("SystemAlertId"))
                .source(either(fields.text("ProductName", "ProviderName"), "sentinel"))
                .rule(rule(fields, more))
                .title(title)
                .message(fields.text("Description"))
                .time(Times.read(fields.text("StartTime", "StartTimeUtc", "TimeGenerated", "EndTime")))
                .severity(Severities.ofName(fields.text("AlertSeverity", "Severity")))
                .status(status(fields.text("Status")));
        Stream.of(fields.node("Techniques"), fields.node("SubTechniques"), more.node("MitreTechniques"))
                .forEach(node -> texts(Embedded.in(node)).forEach(draft::techniquesIn));
        entities(fields, more, draft);
        details(fields, more, draft);
        return draft.outcome(outcome(title, more, draft));
    }

    private static Fields fields(JsonNode record) {
        JsonNode inner = record.path("properties");
        return Fields.of(inner.isObject() ? inner : record);
    }

    private static void entities(Fields fields, Fields more, AlertDraft draft) {
        var graph = new EntityGraph(fields.node("Entities"));
        SentinelEntities.collect(graph, draft);
        String compromised = fields.text("CompromisedEntity");
        SentinelProcesses.collect(graph, compromised, draft);
        more.all(ADDRESSES)
                .flatMap(value -> texts(Embedded.in(value)).stream())
                .flatMap(text -> Stream.of(text.split("[,;\\s]+")))
                .forEach(draft.entities()::ip);
        if (compromised.indexOf('@') > 0) {
            draft.entities().mailbox(compromised).user(compromised.substring(0, compromised.indexOf('@')));
        } else if (!draft.entities().has(Entity.Host.class)
                && HOST_NAME.matcher(compromised).matches()) {
            draft.entities().host(SentinelEntities.shortName(compromised));
        }
    }

    private static void details(Fields fields, Fields more, AlertDraft draft) {
        String tactics = fields.text("Tactics", "Intent");
        boolean told = !tactics.isEmpty() && !tactics.equalsIgnoreCase("Unknown");
        draft.detail("kill_chain", told ? tactics : more.text("MicrosoftDefenderAtp.Category", "Category"))
                .detail("product", fields.text("ProviderName"))
                .detail("threat.name", more.text("ThreatName"))
                .detail("action", more.text("Action taken", "ActionTaken", "Remediation action"))
                .detail("event.end", fields.text("EndTime", "EndTimeUtc"));
    }

    /// What fired: the detector's id, where the type only names the product.
    private static String rule(Fields fields, Fields more) {
        String analytic = text(Embedded.in(more.node("Analytic Rule Ids")).path(0));
        if (!analytic.isEmpty()) {
            return analytic;
        }
        String detector = more.text("DetectorId");
        String type = fields.text("AlertType");
        return detector.isEmpty() && !PRODUCT.matcher(type).matches() ? type : detector;
    }

    private static AlertStatus status(String word) {
        return switch (word.replace(" ", "").toLowerCase(Locale.ROOT)) {
            case "inprogress", "active" -> AlertStatus.IN_PROGRESS;
            case "resolved", "closed", "dismissed" -> AlertStatus.RESOLVED;
            default -> AlertStatus.NEW;
        };
    }

    /// Only what the product says it stopped is settled; that a detection fired does not prove that it took effect.
    private static Outcome outcome(String title, Fields more, AlertDraft draft) {
        boolean stopped =
                STOPPED.matcher(more.text("Action taken", "ActionTaken")).matches()
                        || draft.detail("action")
                                .filter(action -> STOPPED.matcher(action).matches())
                                .isPresent()
                        || PREVENTED.matcher(title).find();
        return stopped ? Outcome.ATTEMPTED : Outcome.UNKNOWN;
    }

    private static String either(String first, String second) {
        return first.isEmpty() ? second : first;
    }
}
