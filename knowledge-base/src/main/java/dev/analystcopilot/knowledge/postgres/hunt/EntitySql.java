package dev.analystcopilot.knowledge.postgres.hunt;

/// The statements of [EntityStore]. Each begins at the index on alert_entity.
final class EntitySql {
    private static final String ABOUT = /* language=SQL */ """
            FROM alert_entity e
            WHERE e.tenant_id = :tenant AND e.entity_key = :key
              AND (CAST(:from AS timestamptz) IS NULL OR e.time >= :from)
              AND (CAST(:to AS timestamptz) IS NULL OR e.time < :to)
            """;
    private static final String ALERTS_ABOUT = /* language=SQL */ """
            FROM alert_entity e
            JOIN alert a ON a.tenant_id = :tenant AND a.id = e.alert_id
            WHERE e.tenant_id = :tenant AND e.entity_key = :key
              AND (CAST(:from AS timestamptz) IS NULL OR e.time >= :from)
              AND (CAST(:to AS timestamptz) IS NULL OR e.time < :to)
            """;

    static final String SPAN = "SELECT count(*) AS alerts, min(e.time) AS first, max(e.time) AS last\n" + ABOUT;
    static final String BUCKETS = /* language=SQL */ """
            SELECT date_bin(make_interval(secs => :seconds), a.time, TIMESTAMPTZ '2000-01-03 00:00:00Z') AS bucket,
                   count(*) AS alerts, max(a.severity) AS severest
            """ + ALERTS_ABOUT + "GROUP BY 1 ORDER BY 1";
    static final String RULES = /* language=SQL */
            """
            SELECT a.rule, min(a.title) AS title, count(*) AS alerts, min(a.time) AS first, max(a.time) AS last,
                   max(a.severity) AS severest
            """ + ALERTS_ABOUT + "GROUP BY a.rule ORDER BY severest DESC, alerts DESC, a.rule LIMIT :limit";
    static final String SEVEREST =
            "SELECT a.id\n" + ALERTS_ABOUT + "ORDER BY a.severity DESC, a.time, a.id LIMIT :limit";
    static final String FIRST = "SELECT e.alert_id\n" + ABOUT + "ORDER BY e.time, e.alert_id LIMIT 1";
    static final String LAST = "SELECT e.alert_id\n" + ABOUT + "ORDER BY e.time DESC, e.alert_id DESC LIMIT 1";

    private static final String OTHERS = /* language=SQL */ """
            SELECT other, count(*) AS alerts, min(a.time) AS first, max(a.time) AS last,
                   count(*) FILTER (WHERE a.time < CAST(:since AS timestamptz)) AS before,
                   count(*) OVER () AS total
            FROM alert_entity e
            JOIN alert a ON a.tenant_id = :tenant AND a.id = e.alert_id
            CROSS JOIN LATERAL unnest(a.entity_keys) AS other
            WHERE e.tenant_id = :tenant AND e.entity_key = :key AND other <> :key
              AND (CAST(:from AS timestamptz) IS NULL OR e.time >= :from)
              AND (CAST(:to AS timestamptz) IS NULL OR e.time < :to)
              AND (CAST(:prefix AS text) IS NULL OR starts_with(other, :prefix))
            GROUP BY other
            """;
    static final String COMPANY = OTHERS + "ORDER BY alerts DESC, other LIMIT :limit";
    static final String NEW_COMPANY = OTHERS + /* language=SQL */ """
            HAVING count(*) FILTER (WHERE a.time < CAST(:since AS timestamptz)) = 0
            ORDER BY alerts DESC, other
            LIMIT :limit
            """;
    static final String USE = /* language=SQL */ """
            SELECT count(*) FILTER (WHERE e.time < :since) AS before,
                   count(*) FILTER (WHERE e.time >= :since) AS within,
                   count(DISTINCT date_trunc('day', e.time, 'UTC')) FILTER (WHERE e.time < :since) AS days
            """ + ABOUT;
    static final String RULE_USE = /* language=SQL */
            """
            SELECT a.rule, count(*) FILTER (WHERE a.time < :since) AS before,
                   count(*) FILTER (WHERE a.time >= :since) AS within, min(a.time) AS first
            """ + ALERTS_ABOUT + "GROUP BY a.rule ORDER BY within DESC, before DESC, a.rule LIMIT :limit";

    private EntitySql() {}
}
