package dev.analystcopilot.knowledge.postgres.learning;

/// The statements of [PastStore].
final class PastSql {
    // The latest verdict on each thing that was looked at, where triage had said something of it.
    static final String LABELS = /* language=SQL */ """
            SELECT DISTINCT ON (v.subject, v.subject_id) v.subject, v.verdict, v.computed, v.computed_confidence
            FROM human_verdict v
            WHERE v.tenant_id = :tenant AND v.undone_at IS NULL AND v.subject IN ('alert', 'case')
              AND v.verdict <> 'insufficient_data' AND v.computed IS NOT NULL
            ORDER BY v.subject, v.subject_id, v.judged_at DESC, v.id
            """;
    static final String COUNTS = /* language=SQL */ """
            SELECT v.subject, v.verdict, count(*) AS verdicts
            FROM human_verdict v
            WHERE v.tenant_id = :tenant AND v.undone_at IS NULL
            GROUP BY v.subject, v.verdict
            """;
    static final String ROWS = /* language=SQL */ """
            SELECT DISTINCT ON (v.subject_id) v.subject_id, v.happened_at, v.verdict, v.model_version, v.features
            FROM human_verdict v
            WHERE v.tenant_id = :tenant AND v.undone_at IS NULL AND v.subject = 'case'
              AND v.verdict <> 'insufficient_data' AND v.model_version = :version AND v.happened_at IS NOT NULL
            ORDER BY v.subject_id, v.judged_at DESC, v.id
            """;
    static final String CLEAR_FEATURES = /* language=SQL */ "DELETE FROM case_feature WHERE tenant_id = :tenant";
    static final String PUT_FEATURES = /* language=SQL */ """
            INSERT INTO case_feature (tenant_id, case_id, version, features)
            VALUES (:tenant, :case, :version, :features)
            """;
    static final String FEATURES = /* language=SQL */ """
            SELECT case_id, version, features FROM case_feature WHERE tenant_id = :tenant ORDER BY case_id
            """;

    static final String COMBOS = /* language=SQL */ """
            WITH span AS (SELECT max(a.time) - make_interval(days => :days) AS first FROM alert a
                          WHERE a.tenant_id = :tenant),
            told AS (
                SELECT DISTINCT p.fingerprint
                FROM human_verdict v
                JOIN human_verdict_print p ON p.tenant_id = :tenant AND p.verdict_id = v.id
                WHERE v.tenant_id = :tenant AND v.undone_at IS NULL AND v.verdict IN ('benign', 'false_positive')
            ),
            seen AS (
                SELECT a.id, a.fingerprint, a.source, a.rule, a.title, a.severity, a.time, host.key AS host,
                       t.verdict AS computed, j.id AS verdict_id, j.verdict, j.subject
                FROM told
                JOIN alert a ON a.tenant_id = :tenant AND a.fingerprint = told.fingerprint
                CROSS JOIN span
                LEFT JOIN alert_triage t ON t.tenant_id = :tenant AND t.alert_id = a.id
                LEFT JOIN LATERAL (
                    SELECT key FROM unnest(a.entity_keys) WITH ORDINALITY AS e (key, place)
                    WHERE key LIKE 'host:%' ORDER BY place LIMIT 1) host ON true
                LEFT JOIN LATERAL (
                    SELECT v.id, v.verdict, v.subject
                    FROM human_verdict v
                    WHERE v.tenant_id = :tenant AND v.undone_at IS NULL AND v.verdict <> 'insufficient_data'
                      AND v.id IN (SELECT o.id FROM human_verdict o
                                   WHERE o.tenant_id = :tenant AND o.subject = 'alert' AND o.subject_id = a.id
                                   UNION ALL
                                   SELECT c.id FROM human_verdict c
                                   WHERE c.tenant_id = :tenant AND c.subject = 'case' AND c.subject_id = t.case_id
                                   UNION ALL
                                   SELECT r.verdict_id FROM human_verdict_print r
                                   JOIN human_verdict w
                                     ON w.tenant_id = :tenant AND w.id = r.verdict_id AND w.reach = 'fingerprint'
                                   WHERE r.tenant_id = :tenant AND r.fingerprint = a.fingerprint
                                     AND (w.expires_at IS NULL OR a.time < w.expires_at)
                                     AND (w.entity_key IS NULL OR w.entity_key = ANY(a.entity_keys))
                                     AND a.severity <= r.severity)
                    ORDER BY v.judged_at DESC, v.id DESC
                    LIMIT 1) j ON true
                WHERE a.time >= span.first
            )
            SELECT fingerprint, host, grouping(host) AS every_host,
                   (array_agg(source ORDER BY time DESC, id DESC))[1] AS source,
                   (array_agg(rule ORDER BY time DESC, id DESC))[1] AS rule,
                   (array_agg(title ORDER BY time DESC, id DESC))[1] AS title,
                   max(severity) AS worst,
                   coalesce(max(severity) FILTER (WHERE verdict IN ('benign', 'false_positive')), 0) AS severity,
                   count(*) AS alerts,
                   count(*) FILTER (WHERE verdict IN ('benign', 'false_positive')) AS harmless,
                   count(*) FILTER (WHERE verdict = 'false_positive') AS false_positives,
                   count(*) FILTER (WHERE verdict = 'true_positive') AS attacks,
                   count(*) FILTER (WHERE verdict IS NULL AND computed = 'true_positive') AS computed_attacks,
                   count(DISTINCT verdict_id) FILTER (WHERE subject IN ('alert', 'case')) AS verdicts,
                   count(DISTINCT verdict_id)
                       FILTER (WHERE subject IN ('alert', 'case') AND verdict = 'true_positive') AS attack_verdicts,
                   count(DISTINCT host) FILTER (WHERE subject IN ('alert', 'case')) AS hosts
            FROM seen
            GROUP BY GROUPING SETS ((fingerprint), (fingerprint, host))
            HAVING grouping(host) = 1 OR host IS NOT NULL
            """;

    private PastSql() {}
}
