package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/// Lets the model look for alerts, as far as the asker may see them.
record SearchAlertsTool(AlertStore alerts, Desk desk) implements LlmTool {
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
        List<String> ids = alerts.search(desk.scope(), query).stream()
                .map(hit -> hit.alert().id())
                .toList();
        List<EvidenceItem> found =
                alerts.find(desk.scope(), ids).stream().map(desk::offer).toList();
        return desk.answer(found, "Found %d alerts".formatted(found.size()), "找到 %d 条告警".formatted(found.size()));
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
