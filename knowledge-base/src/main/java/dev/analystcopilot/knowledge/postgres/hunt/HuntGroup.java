package dev.analystcopilot.knowledge.postgres.hunt;

import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import java.util.Map;

/// What alerts are counted by.
///
/// @param expression of the value
/// @param join that brings the values of a list; else empty
/// @param filter of the joined values; else empty
/// @param values bound in it
/// @param triaged whether it needs what triage wrote
/// @param inOrder whether the values' own order is the natural one, such as days'
record HuntGroup(
        String expression, String join, String filter, Map<String, Object> values, boolean triaged, boolean inOrder) {
    private static final String THINGS = /* language=SQL */ """
            CROSS JOIN LATERAL unnest(a.entity_keys) AS thing
            """;
    private static final String TECHNIQUES = /* language=SQL */ """
            CROSS JOIN LATERAL unnest(a.techniques) AS technique
            """;

    static HuntGroup of(HuntField field) {
        return switch (field) {
            case HuntField.Detail detail ->
                new HuntGroup(
                        "coalesce(a.details ->> :groupKey, '')",
                        "",
                        "",
                        Map.of("groupKey", detail.key()),
                        false,
                        false);
            case HuntField.Known known -> of(known.name());
        };
    }

    private static HuntGroup of(Name name) {
        return switch (name) {
            case TITLE -> column("a.title");
            case RULE -> column("a.rule");
            case SOURCE -> column("a.source");
            case SEVERITY -> column("CAST(a.severity AS text)");
            case OUTCOME -> column("lower(a.outcome)");
            case STATUS -> column("lower(a.status)");
            case DISPOSITION -> triaged("coalesce(t.verdict, '')");
            case CASE -> triaged("coalesce(t.case_id, '')");
            case DAY -> inOrder("to_char(a.time AT TIME ZONE 'UTC', 'YYYY-MM-DD')");
            case HOUR -> inOrder("to_char(a.time AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24\":00Z\"')");
            case TECHNIQUE -> new HuntGroup("technique", TECHNIQUES, "", Map.of(), false, false);
            case ENTITY -> new HuntGroup("thing", THINGS, "", Map.of(), false, false);
            case HOST, USER, IP, DOMAIN, HASH, PROCESS, FILE, URL, MAILBOX ->
                new HuntGroup(
                        "substr(thing, strpos(thing, ':') + 1)",
                        THINGS,
                        "  AND starts_with(thing, :groupPrefix)\n",
                        Map.of("groupPrefix", name.wireName() + ":"),
                        false,
                        false);
            case TEXT, RAW -> throw new IllegalArgumentException("alerts cannot be grouped by " + name.wireName());
        };
    }

    private static HuntGroup column(String expression) {
        return new HuntGroup(expression, "", "", Map.of(), false, false);
    }

    private static HuntGroup triaged(String expression) {
        return new HuntGroup(expression, "", "", Map.of(), true, false);
    }

    private static HuntGroup inOrder(String expression) {
        return new HuntGroup(expression, "", "", Map.of(), false, true);
    }
}
