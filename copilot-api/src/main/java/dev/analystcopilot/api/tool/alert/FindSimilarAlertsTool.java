package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.inquiry.EvidenceText;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.similar.Similar;
import dev.analystcopilot.knowledge.similar.SimilarAlert;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.knowledge.similar.SimilarQuery;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lets the model ask whether something was seen before and what people judged, as far as the asker may see it.
record FindSimilarAlertsTool(SimilarAlerts similar, AlertStore alerts, Desk desk) implements LlmTool {
    private static final int FOUND = 5;

    @Override
    public String name() {
        return "find_similar_alerts";
    }

    @Override
    public String description() {
        return "Finds past alerts that mean the same as an alert, a case or a text: how often, when last, and what"
                + " people judged. At most " + FOUND + " kinds of alerts.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("alert", "id of an alert", false),
                new Parameter("case", "id of a case", false),
                new Parameter("text", "what an alert says, in its own words", false));
    }

    @Override
    public Answer call(Map<String, String> arguments) {
        Similar found = search(arguments);
        Map<String, Alert> whole = alerts
                .find(
                        desk.scope(),
                        found.alerts().stream()
                                .map(similar -> similar.newest().alert().id())
                                .toList())
                .stream()
                .collect(Collectors.toMap(Alert::id, alert -> alert));
        List<EvidenceItem> items = found.alerts().stream()
                .flatMap(similar ->
                        Optional.ofNullable(whole.get(similar.newest().alert().id()))
                                .map(alert -> offered(alert, similar))
                                .stream())
                .toList();
        return desk.answer(
                items,
                "Found %d kinds of similar alerts".formatted(items.size()),
                "找到 %d 类相似告警".formatted(items.size()));
    }

    private Similar search(Map<String, String> arguments) {
        SimilarQuery query = SimilarQuery.top(FOUND);
        if (arguments.containsKey("alert")) {
            return similar.toAlert(desk.scope(), arguments.get("alert"), query).orElse(Similar.NOTHING);
        }
        if (arguments.containsKey("case")) {
            return similar.toCase(desk.scope(), arguments.get("case"), query).orElse(Similar.NOTHING);
        }
        String text = arguments.getOrDefault("text", "");
        if (text.isBlank()) {
            throw new IllegalArgumentException("give an alert, a case or a text");
        }
        return similar.toText(desk.scope(), text, query);
    }

    private EvidenceItem offered(Alert alert, SimilarAlert found) {
        String seen = """
                seen: %s%d times, first %s, last %s, likeness %s%s
                judged: %s
                """.formatted(
                        found.found().countedAll() ? "" : "more than ",
                        found.alerts(),
                        found.found().firstSeen(),
                        found.lastSeen(),
                        String.format(Locale.ROOT, "%.2f", found.cosine()),
                        found.sameRule() ? ", same rule" : "",
                        found.judged().map(FindSimilarAlertsTool::said).orElse("not yet"));
        return desk.book().add(Kind.ALERT, alert.id(), EvidenceText.label(alert), seen + EvidenceText.of(alert));
    }

    private static String said(HumanVerdict verdict) {
        return "%s by %s at %s: %s"
                .formatted(verdict.verdict().wireName(), verdict.by(), verdict.at(), verdict.reason());
    }
}
