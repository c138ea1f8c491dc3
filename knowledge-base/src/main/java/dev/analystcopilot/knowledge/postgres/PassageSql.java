package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/// The statements of [PassageStore].
final class PassageSql {
    static final RowMapper<PassageStore.Passage> PASSAGE = (rows, context) -> new PassageStore.Passage(
            rows.getString("id"),
            rows.getString("document_id"),
            rows.getString("ref"),
            rows.getString("kind"),
            Audience.ofWireName(rows.getString("audience")),
            Language.ofCode(rows.getString("language")),
            rows.getString("title"),
            rows.getString("heading"),
            rows.getString("body"),
            rows.getString("context"),
            Rows.texts(rows, "techniques"));

    static final RowMapper<PassageStore.StoredDocument> DOCUMENT = (rows, context) -> new PassageStore.StoredDocument(
            rows.getString("id"),
            rows.getString("origin"),
            rows.getString("ref"),
            rows.getString("kind"),
            Language.ofCode(rows.getString("language")),
            rows.getString("title"),
            Rows.texts(rows, "techniques"),
            Rows.texts(rows, "tags"),
            rows.getString("hash"),
            rows.getInt("version"),
            Rows.optional(rows, "content").orElse(""));

    static final String KNOWN = /* language=SQL */
            "SELECT id, hash, file FROM document WHERE tenant_id = :tenant AND origin = :origin";
    /// Held to the end of the transaction: of two imports at once, the second sees what the first one stored.
    static final String LOCK = /* language=SQL */
            "SELECT 1 FROM pg_advisory_xact_lock(hashtext('knowledge'), hashtext(:tenant))";

    /// A changed document is a new version of what was first imported when it was.
    static final String COUNT_UP = /* language=SQL */ """
            UPDATE incoming_document i
            SET version = d.version + CASE WHEN d.hash = i.hash THEN 0 ELSE 1 END, imported_at = d.imported_at
            FROM document d
            WHERE d.tenant_id = :tenant AND d.id = i.id
            """;
    static final String REMOVE = /* language=SQL */ "DELETE FROM document WHERE tenant_id = :tenant AND id = ANY(:ids)";

    static final List<String> INCOMING = List.of(/* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS incoming_document (
                id text, origin text, ref text, kind text, audience text, language text, title text,
                techniques text[], tags text[], hash text, content text, file text,
                version integer, imported_at timestamptz
            ) ON COMMIT DELETE ROWS
            """, /* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS incoming_passage (
                id text, document_id text, number integer, kind text, audience text, language text, heading text,
                body text, context text, length integer, embed boolean, block bigint,
                slot smallint
            ) ON COMMIT DELETE ROWS
            """);
    static final String COPY_DOCUMENTS = /* language=SQL */ """
            COPY incoming_document (id, origin, ref, kind, audience, language, title, techniques, tags, hash, content, file)
            FROM STDIN (FORMAT binary)
            """;
    static final String COPY_PASSAGES = /* language=SQL */ "COPY incoming_passage FROM STDIN (FORMAT binary)";
    static final List<String> ADD_INCOMING = List.of(/* language=SQL */ """
            INSERT INTO document (tenant_id, id, origin, ref, kind, audience, language, title, techniques, tags, hash,
                                  content, file, version, imported_at)
            SELECT :tenant, id, origin, ref, kind, audience, language, title, techniques, tags, hash, content, file,
                   coalesce(version, 1), coalesce(imported_at, now())
            FROM incoming_document
            """, /* language=SQL */ """
            INSERT INTO passage (tenant_id, id, document_id, number, kind, audience, language, heading, body, context,
                                 length, embed, block, slot)
            SELECT :tenant, id, document_id, number, kind, audience, language, heading, body, context, length, embed,
                   block, slot
            FROM incoming_passage
            """);

    static final String INCOMING_VECTORS = /* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS incoming_passage_vector (
                passage_id text, v384 halfvec(384), v512 halfvec(512)
            ) ON COMMIT DELETE ROWS
            """;
    static final String COPY_VECTORS = /* language=SQL */ "COPY incoming_passage_vector FROM STDIN (FORMAT binary)";
    static final String ADD_VECTORS = /* language=SQL */ """
            INSERT INTO passage_vector (tenant_id, passage_id, model, audience, kind, v384, v512)
            SELECT :tenant, i.passage_id, :model, p.audience, p.kind, i.v384, i.v512
            FROM incoming_passage_vector i
            JOIN passage p ON p.tenant_id = :tenant AND p.id = i.passage_id
            ORDER BY i.passage_id
            ON CONFLICT DO NOTHING
            """;
    static final String WITHOUT_VECTOR = /* language=SQL */ """
            SELECT p.id, p.document_id, d.ref, p.kind, p.audience, p.language, d.title, p.heading, p.body, p.context,
                   d.techniques
            FROM passage p
            JOIN document d ON d.tenant_id = p.tenant_id AND d.id = p.document_id
            WHERE p.tenant_id = :tenant AND p.language = :language AND p.embed
              AND p.id > :after
              AND NOT EXISTS (SELECT 1 FROM passage_vector v
                              WHERE v.tenant_id = p.tenant_id AND v.passage_id = p.id AND v.model = :model)
            ORDER BY p.id
            LIMIT :limit
            """;
    static final String COUNT_WITHOUT_VECTOR = /* language=SQL */ """
            SELECT count(*)
            FROM passage p
            WHERE p.tenant_id = :tenant AND p.language = :language AND p.embed
              AND NOT EXISTS (SELECT 1 FROM passage_vector v
                              WHERE v.tenant_id = p.tenant_id AND v.passage_id = p.id AND v.model = :model)
            """;

    // A second key of order would keep the index from being followed.
    static final String DENSE_384 = /* language=SQL */ """
            SELECT id, 1 - distance AS score
            FROM (
                SELECT v.passage_id AS id, v.v384 <=> CAST(:vector AS halfvec(384)) AS distance
                FROM passage_vector v
                WHERE v.model = :model AND v.v384 IS NOT NULL AND (:anyKind OR v.kind = ANY(:kinds))
                ORDER BY v.v384 <=> CAST(:vector AS halfvec(384))
                LIMIT :top
            ) nearest
            ORDER BY distance, id
            """;
    static final String DENSE_512 = /* language=SQL */ """
            SELECT id, 1 - distance AS score
            FROM (
                SELECT v.passage_id AS id, v.v512 <=> CAST(:vector AS halfvec(512)) AS distance
                FROM passage_vector v
                WHERE v.model = :model AND v.v512 IS NOT NULL AND (:anyKind OR v.kind = ANY(:kinds))
                ORDER BY v.v512 <=> CAST(:vector AS halfvec(512))
                LIMIT :top
            ) nearest
            ORDER BY distance, id
            """;

    static final String FIND = /* language=SQL */ """
            SELECT p.id, p.document_id, d.ref, p.kind, p.audience, p.language, d.title, p.heading, p.body, p.context,
                   d.techniques
            FROM passage p
            JOIN document d ON d.tenant_id = p.tenant_id AND d.id = p.document_id
            WHERE p.id = ANY(:ids)
            """;
    static final String NAMED = /* language=SQL */ """
            SELECT p.id, p.document_id, d.ref, p.kind, p.audience, p.language, d.title, p.heading, p.body, p.context,
                   d.techniques
            FROM document d
            JOIN passage p ON p.tenant_id = d.tenant_id AND p.document_id = d.id AND p.number = 1
            WHERE d.ref = ANY(:refs) AND (:anyKind OR p.kind = ANY(:kinds))
            ORDER BY d.ref, p.id
            LIMIT 20
            """;
    static final String SHELVES = /* language=SQL */ """
            SELECT p.language, p.kind, count(*) AS passages, count(v.passage_id) AS vectors
            FROM passage p
            LEFT JOIN passage_vector v ON v.tenant_id = p.tenant_id AND v.passage_id = p.id
            GROUP BY p.language, p.kind
            ORDER BY p.language, p.kind
            """;
    static final String TRANSLATED = /* language=SQL */ """
            SELECT d.id
            FROM document d
            WHERE d.id = ANY(:ids)
              AND EXISTS (SELECT 1 FROM document version
                          WHERE version.tenant_id = d.tenant_id AND version.kind = d.kind AND version.ref = d.ref
                            AND version.language = :language)
            """;
    static final String OF_REF = /* language=SQL */ """
            SELECT p.id, p.document_id, d.ref, p.kind, p.audience, p.language, d.title, p.heading, p.body, p.context,
                   d.techniques
            FROM document d
            JOIN passage p ON p.tenant_id = d.tenant_id AND p.document_id = d.id
            WHERE d.kind = :kind AND d.ref = :ref AND d.language = :language
            ORDER BY d.tenant_id, d.id, p.number
            """;
    static final String OF_KINDS = /* language=SQL */ """
            SELECT p.id, p.document_id, d.ref, p.kind, p.audience, p.language, d.title, p.heading, p.body, p.context,
                   d.techniques
            FROM passage p
            JOIN document d ON d.tenant_id = p.tenant_id AND d.id = p.document_id
            WHERE p.kind = ANY(:kinds) AND p.language = :language
            ORDER BY d.ref, d.tenant_id, p.number, p.id
            """;
    static final String VECTORS = /* language=SQL */ """
            SELECT v.passage_id AS id, CAST(coalesce(CAST(v.v384 AS text), CAST(v.v512 AS text)) AS text) AS vector
            FROM passage_vector v
            WHERE v.model = :model AND v.kind = :kind
            """;
    static final String DOCUMENTS = /* language=SQL */ """
            SELECT id, origin, ref, kind, language, title, techniques, tags, hash, version, content
            FROM document
            WHERE kind = :kind
            ORDER BY ref, id
            """;
    static final String STATE = /* language=SQL */ """
            SELECT coalesce(md5(string_agg(tenant_id || ' ' || id || ' ' || hash, ',' ORDER BY tenant_id, id)), '')
            FROM document
            WHERE kind = :kind
            """;
    static final String WAITS = /* language=SQL */ """
            INSERT INTO waiting_tenant (tenant_id, since)
            VALUES (:tenant, clock_timestamp())
            ON CONFLICT (tenant_id) DO UPDATE SET since = excluded.since
            """;
    static final String WAITING_SINCE = /* language=SQL */ "SELECT since FROM waiting_tenant WHERE tenant_id = :tenant";
    static final String WAITS_NO_LONGER = /* language=SQL */
            "DELETE FROM waiting_tenant WHERE tenant_id = :tenant AND since = :since";
    static final String WAITING = /* language=SQL */ "SELECT tenant_id FROM waiting_tenant ORDER BY since, tenant_id";
    static final String COUNTS = /* language=SQL */ """
            SELECT count(*) AS passages,
                   count(*) FILTER (WHERE EXISTS (SELECT 1 FROM passage_vector v
                                                  WHERE v.tenant_id = p.tenant_id AND v.passage_id = p.id)) AS embedded
            FROM passage p
            WHERE p.embed
            """;

    private PassageSql() {}
}
