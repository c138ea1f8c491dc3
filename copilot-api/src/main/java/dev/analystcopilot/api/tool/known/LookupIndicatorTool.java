package dev.analystcopilot.api.tool.known;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.reference.Given;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Lets the model ask whether something is known to belong to an attack.
record LookupIndicatorTool(IndicatorStore indicators, Clock clock, Desk desk) implements LlmTool {

    @Override
    public String name() {
        return "lookup_indicator";
    }

    @Override
    public String description() {
        return "Says whether an address, domain, URL, file hash or sender is a known indicator of attack: who says so,"
                + " how sure, until when.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("value", "an address, domain, URL, hash or sender", true));
    }

    @Override
    public Answer call(Map<String, String> given) {
        String value = new Arguments(given).needed("value", "an address, domain, URL, hash or sender");
        List<Entity> asked = List.of(Given.entity(value), new Entity.File(value));
        List<Indicator> found = indicators.matching(desk.scope(), asked, clock.instant()).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        String text = "value: " + value + "\nindicators: " + found.size() + "\n"
                + found.stream().map(LookupIndicatorTool::line).collect(Collectors.joining("\n"));
        return desk.answer(
                List.of(desk.result("indicator " + value, desk.inquiry().pick("Indicators: ", "威胁指标：") + value, text)),
                "%s: %d indicators".formatted(value, found.size()),
                "%s：%d 条威胁指标".formatted(value, found.size()));
    }

    private static String line(Indicator indicator) {
        return "%s %s, from source %s, confidence %d, labels %s%s%s"
                .formatted(
                        indicator.entity().key(),
                        indicator.name(),
                        indicator.source(),
                        indicator.confidence(),
                        String.join(" ", indicator.labels()),
                        indicator
                                .validFrom()
                                .map(from -> ", valid from " + from)
                                .orElse(""),
                        indicator
                                .validUntil()
                                .map(until -> ", valid until " + until)
                                .orElse(""));
    }
}
