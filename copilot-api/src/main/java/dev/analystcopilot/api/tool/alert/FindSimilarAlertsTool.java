package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.similar.Similar;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.knowledge.similar.SimilarQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lets the model ask whether an alert or a case was seen before and what people judged.
record FindSimilarAlertsTool(SimilarAlerts similar, AlertStore alerts, Desk desk) implements LlmTool {
    private static final int FOUND = 5;

    @Override
    public String name() {
        return "find_similar_alerts";
    }

    @Override
    public String description() {
        return "Finds past alerts that mean the same as a stored alert or a case: how often, when first and last, and"
                + " what people judged. At most " + FOUND + " kinds of alerts.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.optional("alert", "id of an alert"), Parameter.optional("case", "or the id of a case"));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        SimilarQuery query = SimilarQuery.top(FOUND);
        Optional<String> alert = arguments.text("alert");
        String id = alert.orElseGet(() -> arguments.needed("case", "give the id of an alert or of a case"));
        Optional<Similar> found =
                alert.isPresent() ? similar.toAlert(desk.scope(), id, query) : similar.toCase(desk.scope(), id, query);
        Similar seen = found.orElseThrow(
                () -> new IllegalArgumentException("there is no such " + (alert.isPresent() ? "alert" : "case")));
        return desk.answer(
                SimilarEvidence.of(seen, (alert.isPresent() ? "alert " : "case ") + id, alerts, desk),
                "Found %d kinds of similar alerts".formatted(seen.alerts().size()),
                "找到 %d 类相似告警".formatted(seen.alerts().size()));
    }
}
