package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// What people judged. Only analysts of the tenant see or write it.
public final class VerdictStore {
    private static final String ADD = /* language=SQL */ """
            INSERT INTO human_verdict (tenant_id, id, subject, subject_id, fingerprint, verdict, reason, judged_by,
                                       judged_at)
            VALUES (:tenant, :id, :subject, :subjectId, :fingerprint, :verdict, :reason, :by, :at)
            ON CONFLICT DO NOTHING
            """;
    private static final String ABOUT = /* language=SQL */ """
            SELECT id, subject, subject_id, fingerprint, verdict, reason, judged_by, judged_at
            FROM human_verdict
            WHERE tenant_id = :tenant AND subject = :subject AND subject_id = ANY(:ids)
            ORDER BY judged_at DESC, id
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
                handle -> handle.createUpdate(ADD)
                                .bind("tenant", scope.tenant())
                                .bind("id", verdict.id())
                                .bind("subject", verdict.subject().wireName())
                                .bind("subjectId", verdict.subjectId())
                                .bind("fingerprint", verdict.fingerprint().orElse(null))
                                .bind("verdict", verdict.verdict().wireName())
                                .bind("reason", verdict.reason())
                                .bind("by", verdict.by())
                                .bind("at", verdict.at())
                                .execute()
                        > 0);
    }

    /// The latest first.
    public List<HumanVerdict> about(Scope scope, Subject subject, Collection<String> ids) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(ABOUT)
                        .bind("tenant", scope.tenant())
                        .bind("subject", subject.wireName())
                        .bind("ids", ids.toArray(String[]::new))
                        .map((rows, context) -> verdict(rows))
                        .list());
    }

    private static HumanVerdict verdict(ResultSet rows) throws SQLException {
        return new HumanVerdict(
                rows.getString("id"),
                Subject.ofWireName(rows.getString("subject")),
                rows.getString("subject_id"),
                Rows.optional(rows, "fingerprint"),
                Verdict.ofWireName(rows.getString("verdict")),
                rows.getString("reason"),
                rows.getString("judged_by"),
                Rows.instant(rows, "judged_at"));
    }
}
