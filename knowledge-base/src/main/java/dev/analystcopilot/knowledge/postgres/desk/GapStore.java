package dev.analystcopilot.knowledge.postgres.desk;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/// Questions that no document answered. Only analysts of the tenant see them; the service writes them on behalf of
/// whoever asked.
public final class GapStore {
    private static final String COLUMNS =
            " id, language, key, question, times, first_asked, last_asked, status, origin ";
    /// What was answered and is asked again all the same is open again; what was dismissed stays so.
    private static final String NOTE = /* language=SQL */ """
            INSERT INTO knowledge_gap (tenant_id, id, language, key, question, vector, times, first_asked, last_asked,
                                       status)
            VALUES (:tenant, :id, :language, :key, :question, :vector, 1, :at, :at, 'open')
            ON CONFLICT (tenant_id, language, key) DO UPDATE
            SET times = knowledge_gap.times + 1, last_asked = greatest(knowledge_gap.last_asked, excluded.last_asked),
                status = CASE knowledge_gap.status WHEN 'dismissed' THEN 'dismissed' ELSE 'open' END
            RETURNING""" + COLUMNS;
    private static final String AGAIN = /* language=SQL */ """
            UPDATE knowledge_gap
            SET times = times + 1, last_asked = greatest(last_asked, :at),
                status = CASE status WHEN 'dismissed' THEN 'dismissed' ELSE 'open' END
            WHERE tenant_id = :tenant AND id = :id
            RETURNING""" + COLUMNS;
    /// So that nobody fills the list: beyond this many, what was asked longest ago and once only goes.
    private static final String PRUNE = /* language=SQL */ """
            DELETE FROM knowledge_gap
            WHERE tenant_id = :tenant AND id IN (
                SELECT id FROM knowledge_gap WHERE tenant_id = :tenant AND status = 'open'
                ORDER BY times DESC, last_asked DESC, id OFFSET :most)
            """;
    private static final String MEANINGS = /* language=SQL */ """
            SELECT id, vector FROM knowledge_gap
            WHERE tenant_id = :tenant AND language = :language AND cardinality(vector) > 0
            ORDER BY last_asked DESC, id LIMIT :limit
            """;
    private static final String LIST = "SELECT" + COLUMNS + /* language=SQL */ """
            FROM knowledge_gap WHERE tenant_id = :tenant AND (:every OR status = 'open')
            ORDER BY times DESC, last_asked DESC, id LIMIT :limit
            """;
    private static final String FIND =
            "SELECT" + COLUMNS + /* language=SQL */ "FROM knowledge_gap WHERE tenant_id = :tenant AND id = :id";
    private static final String DECIDE = /* language=SQL */ """
            UPDATE knowledge_gap SET status = :status, origin = coalesce(:origin, origin), decided_by = :by,
                                     decided_at = :at
            WHERE tenant_id = :tenant AND id = :id
            """;
    private static final int MOST = 2_000;
    private static final RowMapper<Gap> GAP = (rows, context) -> new Gap(
            rows.getString("id"),
            Language.ofCode(rows.getString("language")),
            rows.getString("key"),
            rows.getString("question"),
            rows.getLong("times"),
            Rows.instant(rows, "first_asked"),
            Rows.instant(rows, "last_asked"),
            Gap.Status.ofWireName(rows.getString("status")),
            Rows.optional(rows, "origin"));

    private final ScopedTransactions transactions;

    public GapStore(Database database) {
        this.transactions = database.transactions();
    }

    /// A gap's meaning.
    public record Meaning(String id, Vector vector) {}

    /// Counts a question, under the gap that has its words, or as a new one.
    ///
    /// @param id of the gap if it is a new one
    /// @param vector the question's meaning; empty while there is none
    public Gap note(
            Scope scope,
            String id,
            Language language,
            String key,
            String question,
            Optional<Vector> vector,
            Instant at) {
        return transactions.in(scope, handle -> {
            Gap noted = handle.createQuery(NOTE)
                    .bind("tenant", scope.tenant())
                    .bind("id", id)
                    .bind("language", language.code())
                    .bind("key", key)
                    .bind("question", question)
                    .bind("vector", vector.map(GapStore::boxed).orElseGet(() -> new Float[0]))
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .map(GAP)
                    .one();
            handle.createUpdate(PRUNE)
                    .bind("tenant", scope.tenant())
                    .bind("most", MOST)
                    .execute();
            return noted;
        });
    }

    /// Counts a question that means what a known gap means.
    public Optional<Gap> again(Scope scope, String id, Instant at) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(AGAIN)
                        .bind("tenant", scope.tenant())
                        .bind("id", id)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .map(GAP)
                        .findOne());
    }

    /// The meanings of the gaps that were asked last.
    public List<Meaning> meanings(Scope scope, Language language, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(MEANINGS)
                        .bind("tenant", scope.tenant())
                        .bind("language", language.code())
                        .bind("limit", limit)
                        .map((rows, context) -> new Meaning(rows.getString("id"), vector((Float[])
                                rows.getArray("vector").getArray())))
                        .list());
    }

    /// The most asked first.
    ///
    /// @param every whether those that were answered or dismissed are listed, too
    public List<Gap> list(Scope scope, boolean every, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(LIST)
                        .bind("tenant", scope.tenant())
                        .bind("every", every)
                        .bind("limit", limit)
                        .map(GAP)
                        .list());
    }

    public Optional<Gap> find(Scope scope, String id) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", scope.tenant())
                        .bind("id", id)
                        .map(GAP)
                        .findOne());
    }

    /// @param origin of the document that answers it, if one does
    /// @return whether there is such a gap
    public boolean decide(Scope scope, String id, Gap.Status status, Optional<String> origin, String by, Instant at) {
        return transactions.in(
                        scope,
                        handle -> handle.createUpdate(DECIDE)
                                .bind("tenant", scope.tenant())
                                .bind("id", id)
                                .bind("status", status.wireName())
                                .bind("origin", origin.orElse(null))
                                .bind("by", by)
                                .bind("at", at.atOffset(ZoneOffset.UTC))
                                .execute())
                > 0;
    }

    private static Float[] boxed(Vector vector) {
        float[] values = vector.toArray();
        var boxed = new Float[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }

    private static Vector vector(Float[] boxed) {
        var values = new float[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            values[i] = boxed[i];
        }
        return Vector.of(values);
    }
}
