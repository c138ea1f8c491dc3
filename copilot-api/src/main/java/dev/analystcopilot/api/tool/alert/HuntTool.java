package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.hunt.HuntForm;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.hunt.HuntResult;
import dev.analystcopilot.knowledge.postgres.hunt.HuntStore;
import dev.analystcopilot.triage.hunt.HuntReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Lets the model put a structured question to the stored alerts. People see the question as it was carried out, and
/// can
/// change it.
record HuntTool(HuntStore hunts, HuntReader reader, Clock clock, Desk desk) implements LlmTool {
    private static final int ROWS = 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Override
    public String name() {
        return "hunt";
    }

    @Override
    public String description() {
        return "Carries out a structured query over stored alerts and shows it to the asker. Give query as JSON, or"
                + " question in words. query: {\"where\":[{\"field\":\"host\",\"op\":\"is\",\"value\":\"web-01\"}],"
                + "\"from\":\"2022-01-24T00:00:00Z\",\"to\":\"…\",\"groupBy\":\"rule\",\"limit\":20}. Fields: title, rule,"
                + " source, severity, outcome, host, user, ip, domain, hash, process, file, url, technique, entity,"
                + " disposition, status, case, text, raw, details.<key>. Ops: is, is_not, contains, at_least, at_most,"
                + " in. groupBy also takes day and hour.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.optional("query", "the structured query, as JSON"),
                Parameter.optional("question", "instead of it: what to look for, in English or Chinese words"));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        HuntQuery asked = arguments
                .text("query")
                .map(HuntTool::query)
                .orElseGet(() -> reader.read(arguments.needed("question", "or give query"), clock.instant())
                        .query());
        HuntResult found = hunts.hunt(desk.scope(), asked.page(Math.min(asked.limit(), ROWS), asked.offset()));
        desk.side().add(new ChatEvent.Hunt(HuntForm.of(found.query()), found.total(), found.columns(), found.rows()));
        return desk.answer(
                List.of(HuntEvidence.of(found, "hunt", desk)),
                "Hunted: %d alerts".formatted(found.total()),
                "狩猎查询：%d 条告警".formatted(found.total()));
    }

    private static HuntQuery query(String json) {
        try {
            return JSON.readValue(json, HuntForm.class).checked();
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "query is a JSON object of where (a list of {field, op, value}), from, to, groupBy, limit, offset",
                    e);
        }
    }
}
