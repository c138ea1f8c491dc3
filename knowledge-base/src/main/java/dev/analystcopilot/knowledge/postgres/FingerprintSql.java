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
    static final String ADD_INCOMING = /* language=SQL */ """
            INSERT INTO fingerprint_vector (tenant_id, model, hash, v384, v512)
            SELECT :tenant, :model, hash, v384, v512
            FROM incoming_fingerprint_vector
            ORDER BY hash
            ON CONFLICT DO NOTHING
            """;
    static final String VECTORS = /* language=SQL */ """
            SELECT hash, coalesce(CAST(v384 AS text), CAST(v512 AS text)) AS vector
            FROM fingerprint_vector
            WHERE model = :model AND hash = ANY(:hashes)
            """;

    private FingerprintSql() {}
}
