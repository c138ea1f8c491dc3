package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.hunt.HuntResult;
import dev.analystcopilot.knowledge.postgres.hunt.HuntStore;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lets the model count alerts instead of guessing how many there are.
record CountAlertsTool(HuntStore hunts, Desk desk) implements LlmTool {
    private static final int GROUPS = 30;

    @Override
    public String name() {
        return "count_alerts";
    }

    @Override
    public String description() {
        return "Counts stored alerts exactly, in all and for each value of a field, with first and last time."
                + " Use it for every question of how many.";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        AlertFilters.PARAMETERS.stream(),
                        Stream.of(Parameter.optional(
                                "by",
                                "rule, title, source, severity, outcome, host, user, ip, domain, hash, process, file,"
                                        + " url, technique, disposition, case, day, hour or details.<key>")))
                .toList();
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        HuntQuery query = AlertFilters.query(arguments)
                .groupedBy(arguments.text("by").map(HuntField::ofWireName))
                .page(GROUPS, 0);
        HuntResult found = query.groupBy().isPresent()
                ? hunts.hunt(desk.scope(), query)
                : new HuntResult(query, hunts.total(desk.scope(), query), List.of(), List.of());
        return desk.answer(
                List.of(HuntEvidence.of(found, "count", desk)),
                "Counted %d alerts".formatted(found.total()),
                "统计到 %d 条告警".formatted(found.total()));
    }
}
