package dev.analystcopilot.api.tool;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.inquiry.EvidenceText;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/// Lets the model look for alerts, as far as the asker may see them.
record SearchAlertsTool(AlertStore alerts, Inquiry inquiry, EvidenceBook book, Prompts prompts) implements LlmTool {
    private static final int FOUND = 10;

    @Override
    public String name() {
        return "search_alerts";
    }

    @Override
    public String description() {
        return "Finds stored security alerts, the latest first, at most " + FOUND + ".";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("entity", "type:value, such as host:web-01, ip:192.0.2.7 or user:alice", false),
                new Parameter("text", "words in title, rule or message", false),
                new Parameter("from", "not before this time, such as 2022-01-24T03:00:00Z", false),
                new Parameter("to", "before this time", false));
    }

    @Override
    public Answer call(Map<String, String> arguments) {
        AlertQuery query = AlertQuery.latest(FOUND);
        if (arguments.containsKey("entity")) {
            query = query.about(List.of(Entity.ofKey(arguments.get("entity")).key()));
        }
        if (arguments.containsKey("text")) {
            query = query.containing(arguments.get("text"));
        }
        query = query.between(time(arguments, "from", Instant.EPOCH), time(arguments, "to", LATEST));
        List<String> ids = alerts.search(inquiry.scope(), query).stream()
                .map(hit -> hit.alert().id())
                .toList();
        List<EvidenceItem> found =
                alerts.find(inquiry.scope(), ids).stream().map(this::offered).toList();
        return new Answer(
                prompts.evidence(found),
                inquiry.pick("Found %d alerts".formatted(found.size()), "找到 %d 条告警".formatted(found.size())));
    }

    private EvidenceItem offered(Alert alert) {
        return book.add(Kind.ALERT, alert.id(), EvidenceText.label(alert), EvidenceText.of(alert));
    }

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private static Instant time(Map<String, String> arguments, String name, Instant otherwise) {
        try {
            String text = arguments.get(name);
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2022-01-24T03:00:00Z");
        }
    }
}
