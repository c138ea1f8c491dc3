package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import java.util.Collection;
import java.util.List;

/// What people judged and still stand by. Only analysts of the tenant see or write it. What verdicts rest on, and
/// those that were taken back, are in [dev.analystcopilot.knowledge.postgres.learning].
public final class VerdictStore {
    private static final String ADD = /* language=SQL */ """
            WITH added AS (
                INSERT INTO human_verdict (tenant_id, id, subject, subject_id, fingerprint, verdict, reason, judged_by,
                                           judged_at, reach, entity_key, expires_at)
                VALUES (:tenant, :id, :subject, :subjectId, :fingerprint, :verdict, :reason, :by, :at, :reach, :entity,
                        :expires)
                ON CONFLICT DO NOTHING
                RETURNING id, fingerprint
            ), prints AS (
                INSERT INTO human_verdict_print (tenant_id, fingerprint, verdict_id, severity, alerts)
                SELECT :tenant, fingerprint, id, 0, 0 FROM added WHERE fingerprint IS NOT NULL
            )
            SELECT count(*) FROM added
            """;
    private static final String ABOUT = "SELECT" + VerdictRows.COLUMNS + /* language=SQL */ """
            FROM human_verdict v
            WHERE v.tenant_id = :tenant AND v.subject = :subject AND v.subject_id = ANY(:ids)
              AND v.undone_at IS NULL AND (v.expires_at IS NULL OR v.expires_at > now())
            ORDER BY v.judged_at DESC, v.id
            """;

    private final ScopedTransactions transactions;

    VerdictStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// Keeps a verdict; one with this id that is kept already stays as it is.
    ///
    /// @return whether it is new
    public boolean add(Scope scope, HumanVerdict verdict) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(ADD)
                                .bind("tenant", scope.tenant())
                                .bind("id", verdict.id())
                                .bind("subject", verdict.subject().wireName())
                                .bind("subjectId", verdict.subjectId())
                                .bind("fingerprint", verdict.fingerprint().orElse(null))
                                .bind("verdict", verdict.verdict().wireName())
                                .bind("reason", verdict.reason())
                                .bind("by", verdict.by())
                                .bind("at", verdict.at())
                                .bind("reach", verdict.reach().wireName())
                                .bind("entity", verdict.entityKey().orElse(null))
                                .bind("expires", verdict.expiresAt().orElse(null))
                                .mapTo(Long.class)
                                .one()
                        > 0);
    }

    /// Those that are neither taken back nor over; the latest first.
    public List<HumanVerdict> about(Scope scope, Subject subject, Collection<String> ids) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(ABOUT)
                        .bind("tenant", scope.tenant())
                        .bind("subject", subject.wireName())
                        .bind("ids", ids.toArray(String[]::new))
                        .map((rows, context) -> VerdictRows.verdict(rows))
                        .list());
    }
}
