package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.hunt.HuntOrder;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.hunt.HuntStore;
import dev.analystcopilot.triage.hunt.HuntWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lets the model look for alerts by what they say.
record SearchAlertsTool(HuntStore hunts, AlertStore alerts, Desk desk) implements LlmTool {
    private static final int FOUND = 10;
    private static final int MOST_PAGES = 1_000;

    @Override
    public String name() {
        return "search_alerts";
    }

    @Override
    public String description() {
        return "Finds stored security alerts by filters that hold together, at most " + FOUND
                + " at a time, and says how many there are in all.";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        AlertFilters.PARAMETERS.stream(),
                        Stream.of(
                                Parameter.oneOf(
                                        "order",
                                        "newest first if left out",
                                        Arrays.stream(HuntOrder.values())
                                                .map(HuntOrder::wireName)
                                                .toList()),
                                Parameter.number("page", "1 if left out; 2 for the next " + FOUND)))
                .toList();
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        int page = arguments.whole("page", 1, 1, MOST_PAGES);
        HuntOrder order = arguments.text("order").map(HuntOrder::ofWireName).orElse(HuntOrder.NEWEST);
        HuntQuery query = AlertFilters.query(arguments).page(FOUND, (page - 1) * FOUND);
        HuntStore.Page found = hunts.page(desk.scope(), query, order);
        List<EvidenceItem> items = new ArrayList<>();
        String asked = HuntWords.of(query).en();
        items.add(desk.result(
                "search: " + asked + ", " + order.wireName() + " first, page " + page,
                "Search: " + asked,
                "alerts that match: %d; shown here: %d, %s first, page %d\nasked: %s"
                        .formatted(found.total(), found.ids().size(), order.wireName(), page, asked)));
        alerts.find(desk.scope(), found.ids()).forEach(alert -> items.add(desk.offer(alert)));
        return desk.answer(
                items,
                "Found %d alerts, read %d".formatted(found.total(), found.ids().size()),
                "找到 %d 条告警，查看了 %d 条".formatted(found.total(), found.ids().size()));
    }
}
