package dev.analystcopilot.api.tool.known;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lets the model ask what the organisation itself knows that may explain alerts: maintenance, scanners, tests.
record LookupFactsTool(FactStore facts, Clock clock, Desk desk) implements LlmTool {
    private static final int MOST = 30;

    @Override
    public String name() {
        return "lookup_facts";
    }

    @Override
    public String description() {
        return "Gives facts that may explain alerts at a moment: maintenance windows, approved scanners, penetration"
                + " tests, exceptions; about one entity, or all.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.optional("entity", "type:value, such as host:web-01; all if left out"),
                Parameter.optional("at", "the moment, such as 2022-01-24T03:00:00Z; now if left out"));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        Instant at = arguments.time("at").orElseGet(clock::instant);
        Optional<Entity> entity = arguments.entity("entity");
        List<Fact> found = entity.map(about -> facts.matching(desk.scope(), List.of(about), at).values().stream()
                        .flatMap(List::stream)
                        .distinct()
                        .toList())
                .orElseGet(() -> facts.list(desk.scope(), at, false, MOST));
        String asked = entity.map(Entity::key).orElse("all")
                + arguments.time("at").map(moment -> " at " + moment).orElse(" now");
        String text = "facts about " + asked + ": " + found.size() + "\n"
                + found.stream().map(LookupFactsTool::line).collect(Collectors.joining("\n"));
        return desk.answer(
                List.of(desk.result(
                        "facts about " + asked, desk.inquiry().pick("Known facts: ", "已知事实：") + asked, text)),
                "Found %d facts".formatted(found.size()),
                "找到 %d 条已知事实".formatted(found.size()));
    }

    private static String line(Fact fact) {
        return "%s %s: from %s until %s, about %s: %s (approved by %s)"
                .formatted(
                        fact.id(),
                        fact.kind().wireName(),
                        fact.from(),
                        fact.until(),
                        fact.entities().stream().map(Entity::key).collect(Collectors.joining(" ")),
                        fact.note(),
                        fact.approvedBy());
    }
}
