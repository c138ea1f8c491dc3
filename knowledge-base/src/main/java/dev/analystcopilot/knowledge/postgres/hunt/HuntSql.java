package dev.analystcopilot.knowledge.postgres.hunt;

import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOrder;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import java.util.LinkedHashMap;
import java.util.Map;

/// Hunts as statements. A statement's text depends on the hunt's shape alone (which fields, which comparisons): it is
/// put
/// together from the fixed pieces in this package, and every value is bound under a name that is made here.
final class HuntSql {

    /// @param sql the text
    /// @param values by name: texts, arrays of texts or of numbers, times
    record Statement(String sql, Map<String, Object> values) {
        Statement {
            values = Map.copyOf(values);
        }
    }

    private static final String FROM = /* language=SQL */ """
            FROM alert a
            """;
    private static final String TRIAGED = /* language=SQL */ """
            LEFT JOIN alert_triage t ON t.tenant_id = :tenant AND t.alert_id = a.id
            """;
    private static final String WHERE = /* language=SQL */ """
            WHERE a.tenant_id = :tenant
            """;

    private HuntSql() {}

    /// How many alerts there are in all.
    static Statement count(HuntQuery query) {
        var values = new LinkedHashMap<String, Object>();
        return new Statement("SELECT count(*)\n" + body(query, values, "", false), values);
    }

    /// The ids of a page.
    static Statement ids(HuntQuery query, HuntOrder order) {
        var values = new LinkedHashMap<String, Object>();
        String sql = "SELECT a.id\n" + body(query, values, "", false)
                + switch (order) {
                    case NEWEST -> "ORDER BY a.time DESC, a.id DESC\n";
                    case OLDEST -> "ORDER BY a.time, a.id\n";
                    case SEVEREST -> "ORDER BY a.severity DESC, a.time DESC, a.id DESC\n";
                }
                + "LIMIT :limit OFFSET :offset";
        return paged(query, sql, values);
    }

    /// Alerts for each value of a field, the most frequent first.
    static Statement groups(HuntQuery query, HuntField field) {
        var values = new LinkedHashMap<String, Object>();
        HuntGroup group = HuntGroup.of(field);
        values.putAll(group.values());
        String sql = "SELECT " + group.expression()
                + " AS value, count(*) AS alerts, min(a.time) AS first, max(a.time) AS last\n"
                + body(query, values, group.join(), group.triaged())
                + group.filter()
                + "GROUP BY 1\n"
                + (group.inOrder() ? "ORDER BY 1\n" : "ORDER BY 2 DESC, 1\n")
                + "LIMIT :limit OFFSET :offset";
        return paged(query, sql, values);
    }

    private static Statement paged(HuntQuery query, String sql, Map<String, Object> values) {
        values.put("limit", query.limit());
        values.put("offset", query.offset());
        return new Statement(sql, values);
    }

    private static String body(HuntQuery query, Map<String, Object> values, String join, boolean triaged) {
        boolean joined = triaged || query.where().stream().anyMatch(HuntSql::isTriage);
        var sql = new StringBuilder(FROM)
                .append(joined ? TRIAGED : "")
                .append(join)
                .append(WHERE);
        query.from().ifPresent(from -> {
            values.put("from", from);
            sql.append("  AND a.time >= :from\n");
        });
        query.to().ifPresent(to -> {
            values.put("to", to);
            sql.append("  AND a.time < :to\n");
        });
        for (int i = 0; i < query.where().size(); i++) {
            sql.append("  AND (")
                    .append(HuntClause.of(query.where().get(i), i, values))
                    .append(")\n");
        }
        return sql.toString();
    }

    private static boolean isTriage(HuntCondition condition) {
        return condition.field() instanceof HuntField.Known known
                && (known.name() == Name.DISPOSITION || known.name() == Name.CASE);
    }
}
