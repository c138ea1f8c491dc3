package dev.analystcopilot.knowledge.postgres;

import java.util.List;

/// The statements about the words of passages, kept in blocks (ADR 0009).
final class PostingSql {
    static final String NEXT_BLOCKS = /* language=SQL */
            "SELECT nextval('posting_block_number') FROM generate_series(1, :count)";

    static final List<String> INCOMING = List.of(/* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS incoming_block (
                id bigint, language text, kind text, audience text, passages integer, length bigint
            ) ON COMMIT DELETE ROWS
            """, /* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS incoming_posting (
                language text, term text, block bigint, kind text, audience text, passages integer, slots smallint[],
                frequencies smallint[], lengths smallint[]
            ) ON COMMIT DELETE ROWS
            """);
    static final String COPY_BLOCKS = /* language=SQL */ "COPY incoming_block FROM STDIN (FORMAT binary)";
    static final String COPY_POSTINGS = /* language=SQL */ "COPY incoming_posting FROM STDIN (FORMAT binary)";
    static final List<String> ADD_INCOMING = List.of(/* language=SQL */ """
            INSERT INTO posting_block (tenant_id, id, language, kind, audience, passages, length)
            SELECT :tenant, id, language, kind, audience, passages, length
            FROM incoming_block
            """, /* language=SQL */ """
            INSERT INTO posting (tenant_id, language, term, block, kind, audience, passages, slots, frequencies, lengths)
            SELECT :tenant, language, term, block, kind, audience, passages, slots, frequencies, lengths
            FROM incoming_posting
            """);

    /// Which places passages will leave; filled before they do.
    static final String OUTGOING = /* language=SQL */ """
            CREATE TEMPORARY TABLE IF NOT EXISTS outgoing_passage (
                block bigint, slots smallint[], passages integer, length bigint
            ) ON COMMIT DELETE ROWS
            """;
    static final String FILL_OUTGOING = /* language=SQL */ """
            INSERT INTO outgoing_passage (block, slots, passages, length)
            SELECT block, array_agg(slot), count(*), sum(length)
            FROM passage
            WHERE tenant_id = :tenant AND document_id = ANY(:ids)
            GROUP BY block
            """;
    /// Blocks that lose all go as a whole; of the others only the rows that name a leaving passage are written anew.
    static final List<String> TAKE_OUT_OUTGOING = List.of(
            /* language=SQL */ """
            UPDATE posting_block b
            SET passages = b.passages - o.passages, length = b.length - o.length
            FROM outgoing_passage o
            WHERE b.tenant_id = :tenant AND b.id = o.block
            """, /* language=SQL */
            """
            DELETE FROM posting p
            USING posting_block b
            WHERE p.tenant_id = :tenant AND b.tenant_id = :tenant AND b.passages = 0 AND p.block = b.id
            """, /* language=SQL */
            """
            DELETE FROM posting_block WHERE tenant_id = :tenant AND passages = 0
            """, /* language=SQL */
            """
            UPDATE posting p
            SET (passages, slots, frequencies, lengths) = (
                SELECT count(*), coalesce(array_agg(u.slot ORDER BY u.slot), '{}'),
                       coalesce(array_agg(u.frequency ORDER BY u.slot), '{}'),
                       coalesce(array_agg(u.length ORDER BY u.slot), '{}')
                FROM unnest(p.slots, p.frequencies, p.lengths) AS u (slot, frequency, length)
                WHERE u.slot <> ALL(o.slots))
            FROM outgoing_passage o
            WHERE p.tenant_id = :tenant AND p.block = o.block AND p.slots && o.slots
            """, /* language=SQL */
            """
            DELETE FROM posting p
            USING outgoing_passage o
            WHERE p.tenant_id = :tenant AND p.block = o.block AND p.passages = 0
            """);

    // Robertson & Zaragoza, The Probabilistic Relevance Framework (2009), with the +1 that keeps the weight of a word
    // in more than half of the passages positive. All counts are over what the scope sees of the language. The rarest
    // words are read first, until so many postings are read: the frequent ones weigh least and cost most.
    static final String LEXICAL = /* language=SQL */ """
            WITH asked AS (
                SELECT * FROM unnest(CAST(:terms AS text[]), CAST(:weights AS double precision[]))
                    AS a (term, weight)
            ), seen AS (
                SELECT sum(passages) AS passages, CAST(sum(length) / sum(passages) AS double precision) AS mean_length
                FROM posting_block
                WHERE language = :language
            ), known AS MATERIALIZED (
                SELECT term, sum(passages) AS with_term,
                       coalesce(sum(passages) FILTER (WHERE :anyKind OR kind = ANY(:kinds)), 0) AS to_read
                FROM posting
                WHERE language = :language AND term = ANY(:terms)
                GROUP BY term
            ), ranked AS (
                SELECT term, with_term, row_number() OVER (ORDER BY with_term, term) AS place,
                       sum(to_read) OVER (ORDER BY with_term, term ROWS UNBOUNDED PRECEDING) AS reading
                FROM known
                WHERE to_read > 0
            ), chosen AS MATERIALIZED (
                SELECT r.term, CAST(r.place AS integer) AS place,
                       a.weight * CAST(ln(1 + (s.passages - r.with_term + 0.5) / (r.with_term + 0.5)) AS double precision)
                           * (CAST(:k1 AS double precision) + 1) AS weight,
                       CAST(:k1 AS double precision) * (1 - CAST(:b AS double precision)) AS fixed,
                       CAST(:k1 AS double precision) * CAST(:b AS double precision) / s.mean_length AS by_length
                FROM ranked r
                JOIN asked a ON a.term = r.term
                CROSS JOIN seen s
                WHERE r.place <= :least OR r.reading <= :most
            ), occurrence AS (
                SELECT p.block, c.place, c.weight, c.fixed, c.by_length, unnest(p.slots) AS slot,
                       unnest(p.frequencies) AS frequency, unnest(p.lengths) AS length
                FROM posting p
                JOIN chosen c ON c.term = p.term
                WHERE p.language = :language AND p.term = ANY(:terms) AND (:anyKind OR p.kind = ANY(:kinds))
            ), best AS MATERIALIZED (
                SELECT block, slot,
                       sum(weight * frequency / (frequency + fixed + by_length * length)) AS score,
                       bit_or(CASE WHEN place <= 62 THEN CAST(1 AS bigint) << place ELSE 0 END) AS places
                FROM occurrence
                GROUP BY block, slot
                ORDER BY score DESC, block, slot
                LIMIT :top
            )
            SELECT p.id, b.score,
                   ARRAY(SELECT c.term FROM chosen c
                         WHERE c.place <= 62 AND b.places & (CAST(1 AS bigint) << c.place) <> 0
                         ORDER BY c.place) AS matched
            FROM best b
            JOIN passage p ON p.block = b.block AND p.slot = b.slot
            ORDER BY b.score DESC, p.id
            """;

    private PostingSql() {}
}
