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
    static final String LIST = /* language=SQL */ """
            SELECT id, title, score, disposition, confidence, first_seen, last_seen, alert_count, entity_keys,
                   attention, document
            FROM triage_case
            WHERE disposition = ANY(:dispositions)
            ORDER BY score DESC, id
            LIMIT :limit OFFSET :offset
            """;
    static final String COUNT = /* language=SQL */
            "SELECT count(*) FROM triage_case WHERE disposition = ANY(:dispositions)";
    static final String ALERTS_OF = /* language=SQL */ """
            SELECT a.id, a.source, a.rule, a.time, a.title, a.severity, a.status, a.outcome, a.entity_keys,
                   a.techniques, a.fingerprint, t.case_id, t.anomaly, t.verdict, t.confidence
            FROM alert_triage t
            JOIN alert a ON a.tenant_id = t.tenant_id AND a.id = t.alert_id
            WHERE t.case_id = :case
            ORDER BY a.time, a.id
            """;
    static final String TRIAGE_OF = /* language=SQL */
            "SELECT case_id, anomaly, verdict, confidence FROM alert_triage WHERE alert_id = :id";
    static final String BY_DISPOSITION = /* language=SQL */
            "SELECT disposition, count(*) AS cases FROM triage_case GROUP BY disposition";
    static final String SET_ASIDE = /* language=SQL */
            "SELECT count(*) FROM alert_triage WHERE verdict IN ('benign', 'false_positive')";

    private CaseSql() {}
}
