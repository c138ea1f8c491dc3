package dev.analystcopilot.knowledge.postgres.learning;

import dev.analystcopilot.knowledge.postgres.VerdictRows;

/// The statements of [JudgementStore].
final class JudgementSql {
    static final String ADD = /* language=SQL */ """
            INSERT INTO human_verdict (tenant_id, id, subject, subject_id, fingerprint, verdict, reason, judged_by,
                                       judged_at, reach, entity_key, expires_at, severity, known, alerts, happened_at,
                                       computed, computed_confidence, model_version, features)
            VALUES (:tenant, :id, :subject, :subjectId, :fingerprint, :verdict, :reason, :by, :at, :reach, :entity,
                    :expires, :severity, :known, :alerts, :happened, :computed, :confidence, :version, :features)
            ON CONFLICT DO NOTHING
            """;
    static final String ADD_PRINTS = /* language=SQL */ """
            INSERT INTO human_verdict_print (tenant_id, fingerprint, verdict_id, severity, alerts)
            SELECT :tenant, p.fingerprint, :id, p.severity, p.alerts
            FROM unnest(CAST(:prints AS text[]), CAST(:severities AS smallint[]), CAST(:counts AS bigint[]))
                AS p (fingerprint, severity, alerts)
            """;
    static final String UNDO = /* language=SQL */ """
            UPDATE human_verdict SET undone_at = :at, undone_by = :by
            WHERE tenant_id = :tenant AND id = :id AND undone_at IS NULL
            """;

    private static final String WHOLE = "SELECT" + VerdictRows.COLUMNS + /* language=SQL */ """
            , v.severity, v.known, v.alerts, v.happened_at, v.computed, v.computed_confidence, v.model_version,
              v.features, p.prints, p.print_severities, p.print_alerts
            FROM human_verdict v
            LEFT JOIN LATERAL (
                SELECT array_agg(q.fingerprint ORDER BY q.fingerprint) AS prints,
                       array_agg(CAST(q.severity AS integer) ORDER BY q.fingerprint) AS print_severities,
                       array_agg(q.alerts ORDER BY q.fingerprint) AS print_alerts
                FROM human_verdict_print q
                WHERE q.tenant_id = :tenant AND q.verdict_id = v.id) p ON true
            WHERE v.tenant_id = :tenant
            """;
    static final String FIND = WHOLE + " AND v.id = :id";
    // A case's verdicts, and an alert's with those that reach it through its fingerprint; taken back or not.
    static final String ABOUT = WHOLE + /* language=SQL */ """
             AND ((v.subject = :subject AND v.subject_id = :subjectId)
                  OR (v.reach = 'fingerprint'
                      AND v.id IN (SELECT r.verdict_id FROM human_verdict_print r
                                   WHERE r.tenant_id = :tenant AND r.fingerprint = ANY(:prints))))
            ORDER BY v.judged_at DESC, v.id
            LIMIT :limit
            """;
    static final String LATEST = WHOLE + " ORDER BY v.judged_at DESC, v.id LIMIT :limit";
    static final String STANDING = WHOLE + /* language=SQL */ """
             AND v.undone_at IS NULL
            ORDER BY v.judged_at, v.id
            """;

    static final String OF_ALERT = /* language=SQL */ """
            SELECT a.fingerprint, a.severity, a.time, a.entity_keys, t.verdict, t.confidence
            FROM alert a
            LEFT JOIN alert_triage t ON t.tenant_id = :tenant AND t.alert_id = a.id
            WHERE a.tenant_id = :tenant AND a.id = :id
            """;
    static final String OF_CASE = /* language=SQL */ """
            SELECT c.disposition, c.confidence, c.last_seen, c.alert_count, f.version, f.features
            FROM triage_case c
            LEFT JOIN case_feature f ON f.tenant_id = :tenant AND f.case_id = c.id
            WHERE c.tenant_id = :tenant AND c.id = :id
            """;
    static final String PRINTS_OF_CASE = /* language=SQL */ """
            SELECT a.fingerprint, max(a.severity) AS severity, count(*) AS alerts
            FROM alert_triage t
            JOIN alert a ON a.tenant_id = :tenant AND a.id = t.alert_id
            WHERE t.tenant_id = :tenant AND t.case_id = :id
            GROUP BY a.fingerprint
            ORDER BY a.fingerprint
            """;
    static final String ENTITIES_OF_CASE = /* language=SQL */ """
            SELECT DISTINCT key
            FROM alert_triage t
            JOIN alert a ON a.tenant_id = :tenant AND a.id = t.alert_id
            CROSS JOIN LATERAL unnest(a.entity_keys) AS key
            WHERE t.tenant_id = :tenant AND t.case_id = :id
            ORDER BY key
            LIMIT :most
            """;
    // The alerts of these fingerprints that are there now, about one entity only if it is given.
    private static final String ALIKE = /* language=SQL */ """
            FROM alert a
            WHERE a.tenant_id = :tenant AND a.fingerprint = ANY(:prints)
              AND (CAST(:entity AS text) IS NULL OR :entity = ANY(a.entity_keys))
            """;
    static final String PRINTS_ALIKE =
            "SELECT a.fingerprint, count(*) AS alerts " + ALIKE + " GROUP BY a.fingerprint ORDER BY a.fingerprint";
    static final String ENTITIES_ALIKE = "SELECT DISTINCT key FROM (SELECT unnest(a.entity_keys) AS key " + ALIKE
            + ") keys ORDER BY key LIMIT :most";
    static final String NEWEST_OF_PRINT = /* language=SQL */ """
            SELECT id FROM alert WHERE tenant_id = :tenant AND fingerprint = :print ORDER BY time DESC, id DESC LIMIT 1
            """;

    private JudgementSql() {}
}
