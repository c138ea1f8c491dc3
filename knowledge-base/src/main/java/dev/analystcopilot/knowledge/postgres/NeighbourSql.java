package dev.analystcopilot.knowledge.postgres;

/// The statements of [NeighbourStore]. Each names the tenant although row-level security does so, too: only a value
/// that the planner sees lets it pick the tenant's partition and the tenant's own index.
final class NeighbourSql {
    /// Comes before a search in the same message: the server answers both in one round trip.
    static final String ENTER = /* language=SQL */ """
            SELECT set_config('app.tenant', :tenant, true), set_config('app.audience', :audience, true),
                   set_config('hnsw.iterative_scan', 'relaxed_order', true),
                   set_config('hnsw.ef_search', :ef, true), set_config('hnsw.max_scan_tuples', '20000', true),
                   set_config('enable_sort', :sort, true), set_config('enable_hashjoin', :sort, true),
                   set_config('enable_mergejoin', :sort, true), set_config('enable_bitmapscan', :sort, true);
            """;

    private static final String PASSES = /* language=SQL */ """
             a.tenant_id = :tenant AND a.time >= :from AND a.time < :to
                AND (CAST(:source AS text) IS NULL OR a.source = :source)
                AND (:anyEntity OR a.entity_keys && CAST(:keys AS text[]))
                AND (CAST(:alert AS text) IS NULL OR a.id <> :alert)
                AND (CAST(:case AS text) IS NULL
                     OR NOT EXISTS (SELECT 1 FROM alert_triage x
                                    WHERE x.tenant_id = :tenant AND x.alert_id = a.id AND x.case_id = :case))
            """;

    // First and last time settle most: only a fingerprint seen before and after the span has its alerts looked at.
    // A scalar subquery, not EXISTS, which the planner may answer by reading every alert of the tenant once.
    private static final String SEEN = /* language=SQL */ """
            WHERE v.tenant_id = :tenant AND v.model = :model
              AND f.last_seen >= :from AND f.first_seen < :to
              AND ((:byTimeAlone AND (f.last_seen < :to OR f.first_seen >= :from))
                   OR (SELECT true FROM alert a WHERE a.fingerprint = f.hash AND\
            """ + PASSES + " LIMIT 1))";

    private static final String VECTORS = /* language=SQL */ """
            FROM fingerprint_vector v
            JOIN fingerprint f ON f.tenant_id = :tenant AND f.hash = v.hash
            """;
    private static final String VECTORS_ABOUT = /* language=SQL */ """
            FROM (SELECT DISTINCT e_a.fingerprint AS hash
                  FROM alert_entity e
                  JOIN alert e_a ON e_a.tenant_id = :tenant AND e_a.id = e.alert_id
                  WHERE e.tenant_id = :tenant AND e.entity_key = ANY(:keys) AND e.time >= :from AND e.time < :to) about
            JOIN fingerprint_vector v ON v.hash = about.hash
            JOIN fingerprint f ON f.tenant_id = :tenant AND f.hash = v.hash
            """;
    private static final String DISTANCE_384 = " v.v384 <=> CAST(:vector AS halfvec(384)) ";
    private static final String DISTANCE_512 = " v.v512 <=> CAST(:vector AS halfvec(512)) ";

    private static final String TOLD = /* language=SQL */
            """
            )
            SELECT n.hash, n.distance, f.first_seen,
                   CASE WHEN :byTimeAlone AND f.first_seen >= :from AND f.last_seen < :to THEN f.alerts
                        ELSE (SELECT count(*) FROM (SELECT 1 FROM alert a WHERE a.fingerprint = n.hash AND\
            """ + PASSES + /* language=SQL */ """
                                                    LIMIT :counted + 1) few)
                   END AS alerts,
                   :byTimeAlone AND f.first_seen >= :from AND f.last_seen < :to AS known,
                   a.id, a.source, a.rule, a.time, a.title, a.severity, a.status, a.outcome, a.entity_keys,
                   a.techniques, a.fingerprint, t.case_id, t.anomaly, t.verdict, t.confidence,
                   h.ids, h.subjects, h.subject_ids, h.fingerprints, h.verdicts, h.reasons, h.judges, h.moments
            FROM near n
            JOIN fingerprint f ON f.tenant_id = :tenant AND f.hash = n.hash
            CROSS JOIN LATERAL (SELECT * FROM alert a WHERE a.fingerprint = n.hash AND\
            """ + PASSES + /* language=SQL */ """
                                ORDER BY a.time DESC, a.id DESC
                                LIMIT 1) a
            LEFT JOIN alert_triage t ON t.tenant_id = :tenant AND t.alert_id = a.id
            LEFT JOIN LATERAL (
                SELECT array_agg(j.id) AS ids, array_agg(j.subject) AS subjects, array_agg(j.subject_id) AS subject_ids,
                       array_agg(coalesce(j.fingerprint, '')) AS fingerprints, array_agg(j.verdict) AS verdicts,
                       array_agg(j.reason) AS reasons, array_agg(j.judged_by) AS judges,
                       array_agg(CAST(extract(epoch FROM j.judged_at) * 1000000 AS bigint)) AS moments
                FROM (SELECT *
                      FROM (SELECT * FROM human_verdict b WHERE b.tenant_id = :tenant AND b.fingerprint = n.hash
                            UNION ALL
                            SELECT * FROM human_verdict c
                            WHERE c.tenant_id = :tenant AND c.subject = 'case' AND c.subject_id = t.case_id) judged
                      ORDER BY judged_at DESC, id
                      LIMIT 20) j) h ON true
            ORDER BY n.distance, n.hash
            """;

    /// Through the tenant's HNSW index; a little out of order, hence the order outside.
    static final String HNSW_384 = hnsw(DISTANCE_384);
    static final String HNSW_512 = hnsw(DISTANCE_512);
    /// Every vector that passes is compared: the sum keeps the planner from any index of neighbours.
    static final String EXACT_384 = exact(VECTORS, DISTANCE_384);
    static final String EXACT_512 = exact(VECTORS, DISTANCE_512);
    /// The same, from the entities to their alerts' fingerprints: most entities have few.
    static final String ABOUT_384 = exact(VECTORS_ABOUT, DISTANCE_384);
    static final String ABOUT_512 = exact(VECTORS_ABOUT, DISTANCE_512);

    static final String COUNT_ABOUT = /* language=SQL */ """
            SELECT count(*)
            FROM (SELECT 1 FROM alert_entity e
                  WHERE e.tenant_id = :tenant AND e.entity_key = ANY(:keys) AND e.time >= :from AND e.time < :to
                  LIMIT :most) few
            """;
    static final String STATISTICS = /* language=SQL */ """
            SELECT (SELECT count(*) FROM fingerprint f WHERE f.tenant_id = :tenant) AS fingerprints,
                   (SELECT array_agg(i.model) FROM fingerprint_index i WHERE i.tenant_id = :tenant) AS indexed,
                   (SELECT percentile_disc(CAST(:shares AS double precision[])) WITHIN GROUP (ORDER BY f.last_seen)
                    FROM fingerprint f
                    WHERE f.tenant_id = :tenant AND f.last_seen > '-infinity') AS last_seen
            """;
    static final String COUNT_VECTORS = /* language=SQL */ """
            SELECT count(*)
            FROM (SELECT 1 FROM fingerprint_vector v WHERE v.tenant_id = :tenant AND v.model = :model LIMIT :most) few
            """;
    static final String INDEX = /* language=SQL */ "SELECT index_fingerprint_vectors(:model)";

    private NeighbourSql() {}

    private static String hnsw(String distance) {
        return ENTER + "WITH near AS MATERIALIZED (SELECT v.hash, " + distance + " AS distance " + VECTORS + SEEN
                + " ORDER BY " + distance + " LIMIT :k" + TOLD;
    }

    private static String exact(String vectors, String distance) {
        return ENTER + "WITH near AS MATERIALIZED (SELECT v.hash, " + distance + " AS distance " + vectors + SEEN
                + " ORDER BY (" + distance + ") + 0, v.hash LIMIT :k" + TOLD;
    }
}
