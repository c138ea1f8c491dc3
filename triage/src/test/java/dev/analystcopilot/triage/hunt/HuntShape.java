package dev.analystcopilot.triage.hunt;

import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import java.util.stream.Collectors;

/// A hunt on one short line, for comparing.
final class HuntShape {
    private HuntShape() {}

    static String of(HuntQuery query) {
        String where = query.where().stream()
                .map(condition ->
                        condition.field().wireName() + " " + condition.op().wireName() + " "
                                + (condition.values().size() > 3
                                        ? condition.value() + "…"
                                        : String.join(",", condition.values())))
                .collect(Collectors.joining("; "));
        String from = query.from().map(Object::toString).orElse("");
        String to = query.to().map(Object::toString).orElse("");
        return (where
                        + (from.isEmpty() && to.isEmpty() ? "" : " @" + shortened(from) + ".." + shortened(to))
                        + query.groupBy()
                                .map(HuntField::wireName)
                                .map(by -> " by " + by)
                                .orElse("")
                        + (query.limit() == HuntQuery.DEFAULT_LIMIT ? "" : " #" + query.limit()))
                .strip();
    }

    private static String shortened(String time) {
        return time.replace("T00:00:00Z", "").replace("2026-", "");
    }
}
