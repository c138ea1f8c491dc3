package dev.analystcopilot.api.tool.entity;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.TimeRange;
import dev.analystcopilot.knowledge.postgres.hunt.EntityStore;
import dev.analystcopilot.knowledge.postgres.hunt.Usual;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lets the model tell the unusual from the usual: what was known of something before a span of time, and what is new
/// in
/// it.
record EntityBaselineTool(EntityStore entities, Desk desk) implements LlmTool {
    private static final int LISTED = 15;

    @Override
    public String name() {
        return "entity_baseline";
    }

    @Override
    public String description() {
        return "Compares a span of time with what was usual before for a host, user or address: alerts an hour and a day,"
                + " known and new rules, new neighbours. Without from and to, the last day on which it was seen.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("entity", "type:value, such as host:web-01", true),
                Parameter.optional("from", "the span's begin, such as 2022-01-24T03:00:00Z"),
                Parameter.optional("to", "the span's end"));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        Entity entity = arguments.neededEntity("entity");
        Optional<Usual> found = entities.span(desk.scope(), entity).flatMap(span -> usual(entity, span, arguments));
        String text = found.map(usual -> text(entity, usual)).orElse("entity: " + entity.key() + "\nalerts: 0");
        return desk.answer(
                List.of(desk.result(
                        "baseline of " + entity.key()
                                + found.map(usual -> " for " + usual.from() + " to " + usual.to())
                                        .orElse(""),
                        desk.inquiry().pick("What is usual for ", "日常基线：") + entity.key(),
                        text)),
                "%s: %d alerts in the span, %d before"
                        .formatted(
                                entity.key(),
                                found.map(Usual::within).orElse(0L),
                                found.map(Usual::before).orElse(0L)),
                "%s：时段内 %d 条告警，此前 %d 条"
                        .formatted(
                                entity.key(),
                                found.map(Usual::within).orElse(0L),
                                found.map(Usual::before).orElse(0L)));
    }

    private Optional<Usual> usual(Entity entity, TimeRange span, Arguments arguments) {
        Instant to = arguments.time("to").orElse(span.last().plusSeconds(1));
        Instant from = arguments.time("from").orElse(to.minus(Duration.ofDays(1)));
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
        return entities.usual(desk.scope(), entity, from, to, LISTED);
    }

    private static String text(Entity entity, Usual usual) {
        return """
                entity: %s
                seen first %s, last %s
                before %s: %d alerts on %d days, %s an hour, %s a day
                from %s to %s: %d alerts, %s an hour
                rules in the span that were not raised before: %s
                rules known before: %s
                neighbours in the span that were not seen with it before: %s""".formatted(
                        entity.key(),
                        usual.first(),
                        usual.last(),
                        usual.from(),
                        usual.before(),
                        usual.daysBefore(),
                        rate(usual.perHourBefore()),
                        rate(usual.perHourBefore() * 24),
                        usual.from(),
                        usual.to(),
                        usual.within(),
                        rate(usual.perHourWithin()),
                        listed(usual.rules().stream()
                                .filter(rule -> rule.before() == 0)
                                .map(rule -> "%s (%d, first %s)".formatted(rule.rule(), rule.within(), rule.first()))
                                .toList()),
                        listed(usual.rules().stream()
                                .filter(rule -> rule.before() > 0)
                                .map(rule -> "%s (%d before, %d in the span)"
                                        .formatted(rule.rule(), rule.before(), rule.within()))
                                .toList()),
                        listed(usual.others().stream()
                                .map(other -> "%s (%d)".formatted(other.entity(), other.alerts()))
                                .toList()));
    }

    private static String listed(List<String> things) {
        return things.isEmpty() ? "none" : things.stream().collect(Collectors.joining("; "));
    }

    private static String rate(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
