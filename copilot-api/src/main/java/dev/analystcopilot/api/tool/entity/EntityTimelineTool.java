package dev.analystcopilot.api.tool.entity;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.hunt.EntityStore;
import dev.analystcopilot.knowledge.postgres.hunt.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lets the model see when something was seen, and what was raised about it.
record EntityTimelineTool(EntityStore entities, AlertStore alerts, Desk desk) implements LlmTool {

    @Override
    public String name() {
        return "entity_timeline";
    }

    @Override
    public String description() {
        return "Gives the timeline of a host, user, address or other thing: first and last time, how many alerts in each"
                + " part of the time, which rules, and the first, last and severest alerts.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("entity", "type:value, such as host:web-01", true),
                Parameter.optional("from", "not before this time, such as 2022-01-24T03:00:00Z"),
                Parameter.optional("to", "before this time"));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        Entity entity = arguments.neededEntity("entity");
        Optional<Seen> found = entities.timeline(desk.scope(), entity, arguments.time("from"), arguments.time("to"));
        String span = arguments.time("from").map(from -> " from " + from).orElse("")
                + arguments.time("to").map(to -> " before " + to).orElse("");
        List<EvidenceItem> items = new ArrayList<>();
        items.add(desk.result(
                "timeline of " + entity.key() + span,
                desk.inquiry().pick("Timeline of ", "时间线：") + entity.key(),
                "entity: " + entity.key() + span + "\n"
                        + found.map(EntityTimelineTool::text).orElse("alerts: 0")));
        found.ifPresent(
                seen -> alerts.find(desk.scope(), seen.notable()).forEach(alert -> items.add(desk.offer(alert))));
        long count = found.map(Seen::alerts).orElse(0L);
        return desk.answer(
                items, "%s: %d alerts".formatted(entity.key(), count), "%s：%d 条告警".formatted(entity.key(), count));
    }

    private static String text(Seen seen) {
        return """
                alerts: %d, first %s, last %s
                in parts of %s, from the moment named:
                %s
                rules, the severest first:
                %s""".formatted(
                        seen.alerts(),
                        seen.first(),
                        seen.last(),
                        words(seen.bucket().toMinutes()),
                        seen.buckets().stream()
                                .map(bucket -> "%s: %d alerts, severest %s"
                                        .formatted(bucket.from(), bucket.alerts(), name(bucket.severest())))
                                .collect(Collectors.joining("\n")),
                        seen.rules().stream()
                                .map(rule -> "%s (%s): %d alerts, first %s, last %s, severest %s"
                                        .formatted(
                                                rule.rule(),
                                                rule.title(),
                                                rule.alerts(),
                                                rule.first(),
                                                rule.last(),
                                                name(rule.severest())))
                                .collect(Collectors.joining("\n")));
    }

    private static String words(long minutes) {
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes < 24 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " d";
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
