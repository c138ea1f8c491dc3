package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.sigma.RuleFinder;
import dev.analystcopilot.knowledge.sigma.RuleHit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lets the model ask which stored Sigma rules an alert's own record fulfils.
record MatchRulesTool(RuleFinder finder, AlertStore alerts, Desk desk) implements LlmTool {
    private static final int FOUND = 5;

    @Override
    public String name() {
        return "match_rules";
    }

    @Override
    public String description() {
        return "Says which stored Sigma detection rules the original record of an alert fulfils, or comes near.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("alert", "id of the alert", true));
    }

    @Override
    public Answer call(Map<String, String> given) {
        String id = new Arguments(given).needed("alert", "the id of an alert");
        String raw = alerts.find(desk.scope(), id)
                .orElseThrow(() -> new IllegalArgumentException("there is no such alert"))
                .raw();
        List<RuleHit> hits = finder.find(desk.scope(), List.of(event(raw)), FOUND);
        String text = "alert: " + id + "\nrules found: " + hits.size() + "\n"
                + hits.stream().map(MatchRulesTool::line).collect(Collectors.joining("\n"));
        return desk.answer(
                List.of(desk.result("rules for alert " + id, desk.inquiry().pick("Rules for ", "匹配的规则：") + id, text)),
                "Found %d rules".formatted(hits.size()),
                "找到 %d 条规则".formatted(hits.size()));
    }

    private static JsonNode event(String raw) {
        try {
            JsonNode event = JsonMapper.shared().readTree(raw);
            if (event.isObject()) {
                return event;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("this alert's record is no JSON, so rules cannot be matched", e);
        }
        throw new IllegalArgumentException("this alert's record is no JSON object, so rules cannot be matched");
    }

    private static String line(RuleHit hit) {
        return "%s (%s), level %s, %s, techniques %s"
                .formatted(
                        hit.title(),
                        hit.ruleId(),
                        hit.level(),
                        hit.matched() ? "matched" : "near",
                        String.join(" ", hit.techniques()));
    }
}
