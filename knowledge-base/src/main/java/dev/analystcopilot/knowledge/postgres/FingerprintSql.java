package dev.analystcopilot.knowledge.postgres;

/// The statements of [FingerprintStore].
final class FingerprintSql {
    static final String WITHOUT_VECTOR = /* language=SQL */ """
            SELECT f.hash, f.body
            FROM fingerprint f
            WHERE NOT EXISTS (SELECT 1 FROM fingerprint_vector v
                              WHERE v.tenant_id = f.tenant_id AND v.model = :model AND v.hash = f.hash)
            ORDER BY f.hash
            """;
    static final String INCOMING = /* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS incoming_fingerprint_vector (
                hash text, v384 halfvec(384), v512 halfvec(512)
            ) ON COMMIT DELETE ROWS
            """;
    static final String COPY_INCOMING = /* language=SQL */
            "COPY incoming_fingerprint_vector FROM STDIN (FORMAT binary)";
    // Whoever builds the tenant's index of neighbours is waited for, or waits.
    static final String LOCK_GRAPH = /* language=SQL */ """
            SELECT pg_advisory_xact_lock_shared(
                hashtextextended('vector index ' || CAST(:tenant AS text) || ' ' || CAST(:model AS text), 0))
            """;
    // Their times stay as they are read, until the vectors are in.
    static final String LOCK_FINGERPRINTS = /* language=SQL */ """
            SELECT count(*)
            FROM (SELECT 1
                  FROM fingerprint
                  WHERE tenant_id = :tenant AND hash IN (SELECT hash FROM incoming_fingerprint_vector)
                  ORDER BY hash
                  FOR SHARE) locked
            """;
    // In the order of their times: what was seen in the same days is compared together, and so lies together.
    static final String ADD_INCOMING = /* language=SQL */ """
            WITH added AS (
                INSERT INTO fingerprint_vector (tenant_id, model, hash, v384, v512, first_seen, last_seen)
                SELECT :tenant, :model, i.hash, i.v384, i.v512,
                       coalesce(f.first_seen, 'infinity'), coalesce(f.last_seen, '-infinity')
                FROM incoming_fingerprint_vector i
                LEFT JOIN fingerprint f ON f.tenant_id = :tenant AND f.hash = i.hash
                ORDER BY f.last_seen, i.hash
                ON CONFLICT DO NOTHING
                RETURNING hash, v384, v512
            ), indexed AS (
                INSERT INTO fingerprint_graph (tenant_id, model, hash, v384, v512)
                SELECT :tenant, :model, hash, v384, v512
                FROM added
                WHERE EXISTS (SELECT 1 FROM fingerprint_index WHERE tenant_id = :tenant AND model = :model)
                ON CONFLICT DO NOTHING
            )
            SELECT count(*) FROM added
            """;
    static final String VECTORS = /* language=SQL */ """
            SELECT hash, coalesce(CAST(v384 AS text), CAST(v512 AS text)) AS vector
            FROM fingerprint_vector
            WHERE model = :model AND hash = ANY(:hashes)
            """;

    private FingerprintSql() {}
}
