package dev.analystcopilot.knowledge.postgres;

import java.util.List;

/// The statements of [CaseStore].
final class CaseSql {
    static final int CASE_COLUMNS = 11;
    static final int ALERT_COLUMNS = 5;

    static final String INCOMING_CASES = /* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS incoming_case (
                id text, title text, score double precision, disposition text, confidence double precision,
                first_seen timestamptz, last_seen timestamptz, alert_count bigint, entity_keys text[], attention text,
                document text
            ) ON COMMIT DELETE ROWS
            """;
    static final String INCOMING_ALERTS = /* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS incoming_triage (
                alert_id text, case_id text, anomaly double precision, verdict text, confidence double precision
            ) ON COMMIT DELETE ROWS
            """;
    static final String COPY_CASES = /* language=SQL */ "COPY incoming_case FROM STDIN (FORMAT binary)";
    static final String COPY_ALERTS = /* language=SQL */ "COPY incoming_triage FROM STDIN (FORMAT binary)";

    // The lock makes two runs of a tenant at once come one after the other. It ends with the transaction.
    static final String LOCK = /* language=SQL */
            "SELECT pg_advisory_xact_lock(hashtextextended('triage ' || :tenant, 0))";
    static final List<String> REPLACE = List.of(
            /* language=SQL */ "DELETE FROM alert_triage WHERE tenant_id = :tenant",
            /* language=SQL */ "DELETE FROM triage_case WHERE tenant_id = :tenant",
            /* language=SQL */ """
            INSERT INTO triage_case (tenant_id, id, title, score, disposition, confidence, first_seen, last_seen,
                                     alert_count, entity_keys, attention, document)
            SELECT :tenant, id, title, score, disposition, confidence, first_seen, last_seen,
                   alert_count, entity_keys, attention, document
            FROM incoming_case
            """, /* language=SQL */
            """
            INSERT INTO alert_triage (tenant_id, alert_id, case_id, anomaly, verdict, confidence)
            SELECT :tenant, alert_id, case_id, anomaly, verdict, confidence
            FROM incoming_triage
            """);

    static final String FIND = /* language=SQL */ """
            SELECT id, title, score, disposition, confidence, first_seen, last_seen, alert_count, entity_keys,
                   attention, document
            FROM triage_case
            WHERE id = :id
            """;
    // What lists go by: a person's verdict where one holds for the whole case, else what was computed.
    private static final String EFFECTIVE = /* language=SQL */ """
             coalesce((SELECT r.verdict
                      FROM case_review r
                      JOIN human_verdict v ON v.tenant_id = c.tenant_id AND v.id = r.verdict_id
                      WHERE r.tenant_id = c.tenant_id AND r.case_id = c.id AND r.state = 'holds'
                        AND v.undone_at IS NULL
                        AND NOT EXISTS (SELECT FROM learning_setting s
                                        WHERE s.tenant_id = c.tenant_id AND NOT s.enabled)
                      ORDER BY v.judged_at DESC, v.id
                      LIMIT 1), c.disposition)
            """;
    static final String LIST = /* language=SQL */ """
            SELECT c.id, c.title, c.score, c.disposition, c.confidence, c.first_seen, c.last_seen, c.alert_count,
                   c.entity_keys, c.attention, c.document
            FROM triage_case c
            WHERE
            """ + EFFECTIVE + /* language=SQL */ """
             = ANY(:dispositions)
            ORDER BY c.score DESC, c.id
            LIMIT :limit OFFSET :offset
            """;
    static final String OUTLINES = "SELECT" + EFFECTIVE + /* language=SQL */ """
             AS disposition, c.id, c.title, c.score, c.first_seen, c.last_seen, c.alert_count, c.entity_keys
            FROM triage_case c
            WHERE (:from::timestamptz IS NULL OR c.last_seen >= :from)
              AND (:to::timestamptz IS NULL OR c.first_seen < :to)
              AND (:text::text IS NULL OR position(:text IN c.document) > 0)
            ORDER BY c.score DESC, c.id
            LIMIT :limit
            """;
    static final String FIND_ALL = /* language=SQL */ """
            SELECT id, title, score, disposition, confidence, first_seen, last_seen, alert_count, entity_keys,
                   attention, document
            FROM triage_case
            WHERE id = ANY(:ids)
            """;
    static final String COUNT = "SELECT count(*) FROM triage_case c WHERE" + EFFECTIVE + " = ANY(:dispositions)";
    static final String ALERTS_OF = /* language=SQL */ """
            SELECT a.id, a.source, a.rule, a.time, a.title, a.severity, a.status, a.outcome, a.entity_keys,
                   a.techniques, a.fingerprint, a.lineage, a.details, a.signs, t.case_id, t.anomaly, t.verdict, t.confidence
            FROM alert_triage t
            JOIN alert a ON a.tenant_id = t.tenant_id AND a.id = t.alert_id
            WHERE t.case_id = :case
            ORDER BY a.time, a.id
            """;
    static final String TRIAGE_OF = /* language=SQL */
            "SELECT case_id, anomaly, verdict, confidence FROM alert_triage WHERE alert_id = :id";
    static final String BY_DISPOSITION =
            "SELECT" + EFFECTIVE + " AS disposition, count(*) AS cases FROM triage_case c GROUP BY 1";
    static final String SET_ASIDE = /* language=SQL */
            "SELECT count(*) FROM alert_triage WHERE verdict IN ('benign', 'false_positive')";

    private CaseSql() {}
}
