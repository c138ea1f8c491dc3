package dev.analystcopilot.knowledge.postgres;

import java.util.List;

/// The statements of [AlertStore].
final class AlertSql {
    static final int INCOMING_COLUMNS = 17;

    // COPY cannot write to a table under row-level security: rows come in through a table of the connection's own.
    static final String INCOMING = /* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS incoming_alert (
                id text, source text, rule text, time timestamptz, title text, message text, severity smallint,
                status text, outcome text, entity_keys text[], techniques text[], fingerprint text,
                fingerprint_text text, raw text, lineage text[], details jsonb, signs text[]
            ) ON COMMIT DELETE ROWS
            """;
    static final String COPY_INCOMING = /* language=SQL */ "COPY incoming_alert FROM STDIN (FORMAT binary)";

    // In the order of their keys, so that two loads at once cannot wait for each other in a circle.
    static final String ADD_FINGERPRINTS = /* language=SQL */ """
            INSERT INTO fingerprint (tenant_id, hash, body)
            SELECT DISTINCT ON (fingerprint) :tenant, fingerprint, fingerprint_text
            FROM incoming_alert
            ORDER BY fingerprint
            ON CONFLICT DO NOTHING
            """;
    // Two loads that touch the same fingerprints wait for each other here, in order, and not in a circle below.
    static final String LOCK_FINGERPRINTS = /* language=SQL */ """
            SELECT count(*)
            FROM (SELECT 1
                  FROM fingerprint
                  WHERE tenant_id = :tenant AND hash IN (SELECT fingerprint FROM incoming_alert)
                  ORDER BY hash
                  FOR NO KEY UPDATE) locked
            """;
    static final String ADD_INCOMING = /* language=SQL */ """
            WITH added AS (
                INSERT INTO alert (tenant_id, id, source, rule, time, title, message, severity, status, outcome,
                                   entity_keys, techniques, fingerprint, raw, lineage, details, signs)
                SELECT :tenant, id, source, rule, time, title, message, severity, status, outcome,
                       entity_keys, techniques, fingerprint, raw, lineage, details, signs
                FROM incoming_alert
                ORDER BY id
                ON CONFLICT DO NOTHING
                RETURNING id, time, entity_keys, fingerprint
            ), seen AS (
                UPDATE fingerprint f
                SET first_seen = least(f.first_seen, n.first_seen), last_seen = greatest(f.last_seen, n.last_seen),
                    alerts = f.alerts + n.alerts
                FROM (SELECT fingerprint, min(time) AS first_seen, max(time) AS last_seen, count(*) AS alerts
                      FROM added
                      GROUP BY fingerprint) n
                WHERE f.tenant_id = :tenant AND f.hash = n.fingerprint
            ), linked AS (
                INSERT INTO alert_entity (tenant_id, entity_key, time, alert_id)
                SELECT :tenant, key, time, id
                FROM added CROSS JOIN LATERAL unnest(entity_keys) AS key
            )
            SELECT count(*) FROM added
            """;

    // A statement of its own: it also sees the vectors that were put in while the fingerprints were waited for. An
    // array,
    // since a join would compare all with all while the tables are new to the planner.
    static final String SEEN_WITH_VECTORS = /* language=SQL */ """
            UPDATE fingerprint_vector v
            SET first_seen = f.first_seen, last_seen = f.last_seen
            FROM fingerprint f
            WHERE v.tenant_id = :tenant AND v.hash = ANY(ARRAY(SELECT DISTINCT fingerprint FROM incoming_alert))
              AND f.tenant_id = :tenant AND f.hash = v.hash
              AND (v.first_seen <> f.first_seen OR v.last_seen <> f.last_seen)
            """;

    static final String IN_TIME_ORDER = /* language=SQL */ """
            SELECT id, source, rule, time, title, severity, status, outcome, entity_keys, techniques, fingerprint,
                   lineage, details, signs
            FROM alert
            WHERE time >= :from AND time < :to
            ORDER BY time, id
            """;
    static final String FIND = /* language=SQL */ """
            SELECT id, source, rule, time, title, message, severity, status, outcome, entity_keys, techniques, raw,
                   lineage, details
            FROM alert
            WHERE id = ANY(:ids)
            """;
    static final String HITS = /* language=SQL */ """
            SELECT a.id, a.source, a.rule, a.time, a.title, a.severity, a.status, a.outcome, a.entity_keys,
                   a.techniques, a.fingerprint, a.lineage, a.details, a.signs, t.case_id, t.anomaly, t.verdict, t.confidence
            FROM alert a
            LEFT JOIN alert_triage t ON t.tenant_id = a.tenant_id AND t.alert_id = a.id
            WHERE a.id = ANY(:ids)
            """;
    private static final String HIT_COLUMNS = /* language=SQL */ """
            SELECT a.id, a.source, a.rule, a.time, a.title, a.severity, a.status, a.outcome, a.entity_keys,
                   a.techniques, a.fingerprint, a.lineage, a.details, a.signs, t.case_id, t.anomaly, t.verdict, t.confidence
            """;
    private static final String HIT_FILTERS = /* language=SQL */ """
            LEFT JOIN alert_triage t ON t.tenant_id = a.tenant_id AND t.alert_id = a.id
            WHERE (CAST(:from AS timestamptz) IS NULL OR a.time >= :from)
              AND (CAST(:to AS timestamptz) IS NULL OR a.time < :to)
              AND (CAST(:pattern AS text) IS NULL
                   OR a.title ILIKE :pattern OR a.rule ILIKE :pattern OR a.message ILIKE :pattern
                   OR EXISTS (SELECT 1 FROM unnest(a.entity_keys) AS key
                              WHERE substr(key, strpos(key, ':') + 1) = lower(:value)))
              AND (CAST(:case AS text) IS NULL OR t.case_id = :case)
              AND (CAST(:verdict AS text) IS NULL OR t.verdict = :verdict)
              AND (CAST(:severity AS integer) IS NULL OR a.severity >= :severity)
              AND (CAST(:cursorTime AS timestamptz) IS NULL OR (a.time, a.id) < (:cursorTime, CAST(:cursorId AS text)))
            ORDER BY a.time DESC, a.id DESC
            LIMIT :limit
            """;
    static final String SEARCH = HIT_COLUMNS + " FROM alert a " + HIT_FILTERS;
    // From the entities to their alerts, not the other way round: most entities have few.
    static final String SEARCH_ABOUT = HIT_COLUMNS + /* language=SQL */ """
            FROM (SELECT DISTINCT e.tenant_id, e.alert_id
                  FROM alert_entity e
                  WHERE e.entity_key = ANY(:keys)
                    AND (CAST(:from AS timestamptz) IS NULL OR e.time >= :from)
                    AND (CAST(:to AS timestamptz) IS NULL OR e.time < :to)) about
            JOIN alert a ON a.tenant_id = about.tenant_id AND a.id = about.alert_id
            """ + HIT_FILTERS;
    static final String TIME_RANGE = /* language=SQL */ "SELECT min(time) AS first, max(time) AS last FROM alert";
    static final String COUNT = /* language=SQL */ "SELECT count(*) FROM alert";

    static final List<String> DELETE_ALL = List.of(
            /* language=SQL */ "DELETE FROM attention WHERE tenant_id = :tenant AND subject IN ('alert', 'case')",
            /* language=SQL */ "DELETE FROM alert_triage WHERE tenant_id = :tenant",
            /* language=SQL */ "DELETE FROM triage_case WHERE tenant_id = :tenant",
            /* language=SQL */ "DELETE FROM case_feature WHERE tenant_id = :tenant",
            /* language=SQL */ "DELETE FROM case_review WHERE tenant_id = :tenant",
            /* language=SQL */ "DELETE FROM alert_entity WHERE tenant_id = :tenant",
            /* language=SQL */ "DELETE FROM fingerprint_graph WHERE tenant_id = :tenant",
            /* language=SQL */ "DELETE FROM fingerprint_vector WHERE tenant_id = :tenant",
            /* language=SQL */ "DELETE FROM fingerprint WHERE tenant_id = :tenant",
            /* language=SQL */ "DELETE FROM alert WHERE tenant_id = :tenant");

    private AlertSql() {}
}
