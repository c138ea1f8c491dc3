package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.similar.Similar;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.knowledge.similar.SimilarQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets the model look for alerts by meaning: words that no alert has to hold literally.
record FindAlertsLikeTool(SimilarAlerts similar, AlertStore alerts, Desk desk) implements LlmTool {
    private static final int FOUND = 8;

    @Override
    public String name() {
        return "find_alerts_like";
    }

    @Override
    public String description() {
        return "Finds stored alerts by meaning, such as 'someone guesses passwords', within exact bounds of entity and"
                + " time. At most " + FOUND + " kinds of alerts. Use search_alerts for literal words.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("text", "what the alerts would say, in their language", true),
                Parameter.optional("entity", "type:value, such as host:web-01"),
                Parameter.optional("from", "not before this time, such as 2022-01-24T03:00:00Z"),
                Parameter.optional("to", "before this time"));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        String text = arguments.needed("text", "what the alerts would say");
        Optional<String> entity = arguments.entity("entity").map(Entity::key);
        Similar found = similar.toText(
                desk.scope(),
                text,
                new SimilarQuery(
                        arguments.time("from"),
                        arguments.time("to"),
                        Optional.empty(),
                        entity.stream().toList(),
                        FOUND,
                        false));
        String asked = text + entity.map(key -> " about " + key).orElse("");
        return desk.answer(
                SimilarEvidence.of(found, asked, alerts, desk),
                "Found %d kinds of alerts by meaning".formatted(found.alerts().size()),
                "按含义找到 %d 类告警".formatted(found.alerts().size()));
    }
}
