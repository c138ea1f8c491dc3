package dev.analystcopilot.api.tool.entity;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.hunt.Company;
import dev.analystcopilot.knowledge.postgres.hunt.EntityStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lets the model see whom something was seen with.
record EntityNeighboursTool(EntityStore entities, Desk desk) implements LlmTool {
    private static final List<String> TYPES =
            List.of("host", "user", "ip", "domain", "url", "file", "hash", "process", "mailbox");

    @Override
    public String name() {
        return "entity_neighbours";
    }

    @Override
    public String description() {
        return "Gives the hosts, users, addresses and other things that the same alerts name beside one, with how many"
                + " alerts name both, first and last time.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("entity", "type:value, such as user:alice", true),
                Parameter.oneOf("type", "neighbours of this type only", TYPES),
                Parameter.optional("from", "not before this time, such as 2022-01-24T03:00:00Z"),
                Parameter.optional("to", "before this time"),
                Parameter.number("limit", "at most so many, 20 if left out"));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        Entity entity = arguments.neededEntity("entity");
        Optional<String> type = arguments.text("type");
        if (type.isPresent() && !TYPES.contains(type.get())) {
            throw new IllegalArgumentException("type must be one of " + String.join(", ", TYPES));
        }
        int limit = arguments.whole("limit", 20, 1, 100);
        Company company =
                entities.company(desk.scope(), entity, type, arguments.time("from"), arguments.time("to"), limit);
        String asked = entity.key()
                + type.map(t -> ", type " + t).orElse("")
                + arguments.time("from").map(from -> ", from " + from).orElse("")
                + arguments.time("to").map(to -> ", before " + to).orElse("");
        String text = "entity: %s\nalerts about it: %d\nneighbours: %d, shown: %d\n%s"
                .formatted(
                        asked,
                        company.alerts(),
                        company.total(),
                        company.others().size(),
                        company.others().stream()
                                .map(other -> "%s: %d alerts with both, first %s, last %s"
                                        .formatted(other.entity(), other.alerts(), other.first(), other.last()))
                                .collect(Collectors.joining("\n")));
        return desk.answer(
                List.of(desk.result(
                        "neighbours of " + asked + ", at most " + limit,
                        desk.inquiry().pick("Neighbours of ", "关联实体：") + entity.key(),
                        text)),
                "%s: seen with %d others".formatted(entity.key(), company.total()),
                "%s：与 %d 个实体一同出现".formatted(entity.key(), company.total()));
    }
}
