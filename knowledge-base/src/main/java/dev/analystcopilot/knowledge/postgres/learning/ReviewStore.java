package dev.analystcopilot.knowledge.postgres.learning;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import dev.analystcopilot.knowledge.postgres.VerdictRows;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// What verdicts mean for cases. Written after each triage and each verdict; what rests on a verdict that was taken
/// back, and everything while learning is switched off, is not seen from that moment on.
public final class ReviewStore {
    private static final String CONCERNED = /* language=SQL */ """
            SELECT DISTINCT t.case_id
            FROM alert a
            JOIN alert_triage t ON t.tenant_id = :tenant AND t.alert_id = a.id
            WHERE a.tenant_id = :tenant AND t.case_id IS NOT NULL
              AND (a.fingerprint = ANY(:prints) OR a.id = ANY(:alerts))
            UNION
            SELECT c.id FROM triage_case c WHERE c.tenant_id = :tenant AND c.id = ANY(:cases)
            ORDER BY 1
            """;
    private static final String LOCK = /* language=SQL */
            "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('case review ' || :tenant, 0))";
    private static final String CLEAR = /* language=SQL */ "DELETE FROM case_review WHERE tenant_id = :tenant";
    private static final String PUT = /* language=SQL */ """
            INSERT INTO case_review (tenant_id, case_id, verdict_id, state, verdict, reasons)
            VALUES (:tenant, :case, :verdictId, :state, :verdict, :reasons)
            ON CONFLICT DO NOTHING
            """;
    private static final String CLEAR_OF = /* language=SQL */
            "DELETE FROM case_review WHERE tenant_id = :tenant AND case_id = ANY(:cases)";
    private static final String OF = /* language=SQL */ """
            SELECT r.case_id, r.state, r.verdict AS case_verdict, r.reasons,
            """ + VerdictRows.COLUMNS + /* language=SQL */ """
            FROM case_review r
            JOIN human_verdict v ON v.tenant_id = :tenant AND v.id = r.verdict_id AND v.undone_at IS NULL
            WHERE r.tenant_id = :tenant AND r.case_id = ANY(:cases)
              AND NOT EXISTS (SELECT FROM learning_setting s WHERE s.tenant_id = :tenant AND NOT s.enabled)
            ORDER BY r.case_id, v.judged_at DESC, v.id
            """;

    private final ScopedTransactions transactions;

    public ReviewStore(Database database) {
        this.transactions = database.transactions();
    }

    /// Cases that hold an alert of these fingerprints, one of these alerts, or that are named.
    public List<String> concerned(
            Scope scope, Collection<String> prints, Collection<String> alerts, Collection<String> cases) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(CONCERNED)
                        .bind("tenant", scope.tenant())
                        .bind("prints", prints.toArray(String[]::new))
                        .bind("alerts", alerts.toArray(String[]::new))
                        .bind("cases", cases.toArray(String[]::new))
                        .mapTo(String.class)
                        .list());
    }

    /// Puts these in the place of all that were there.
    public void replaceAll(Scope scope, List<ReviewRow> reviews) {
        transactions.in(scope, handle -> {
            lock(handle, scope);
            handle.createUpdate(CLEAR).bind("tenant", scope.tenant()).execute();
            return put(handle, scope, reviews);
        });
    }

    /// Puts these in the place of what was there for some cases.
    public void replace(Scope scope, Collection<String> caseIds, List<ReviewRow> reviews) {
        transactions.in(scope, handle -> {
            lock(handle, scope);
            handle.createUpdate(CLEAR_OF)
                    .bind("tenant", scope.tenant())
                    .bind("cases", caseIds.toArray(String[]::new))
                    .execute();
            return put(handle, scope, reviews);
        });
    }

    private static void lock(Handle handle, Scope scope) {
        var _ = handle.createQuery(LOCK)
                .bind("tenant", scope.tenant())
                .mapTo(Integer.class)
                .one();
    }

    private static int put(Handle handle, Scope scope, List<ReviewRow> reviews) {
        if (reviews.isEmpty()) {
            return 0;
        }
        var batch = handle.prepareBatch(PUT);
        for (ReviewRow review : reviews) {
            batch.bind("tenant", scope.tenant())
                    .bind("case", review.caseId())
                    .bind("verdictId", review.verdictId())
                    .bind("state", review.state().wireName())
                    .bind("verdict", review.verdict().wireName())
                    .bind("reasons", review.reasons())
                    .add();
        }
        return batch.execute().length;
    }

    /// What still counts, with the verdict it rests on.
    public record Reviewed(ReviewRow review, HumanVerdict verdict) {}

    /// Those that still count.
    public List<Reviewed> of(Scope scope, Collection<String> caseIds) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(OF)
                        .bind("tenant", scope.tenant())
                        .bind("cases", caseIds.toArray(String[]::new))
                        .map((rows, context) -> new Reviewed(
                                new ReviewRow(
                                        rows.getString("case_id"),
                                        rows.getString("id"),
                                        ReviewRow.State.ofWireName(rows.getString("state")),
                                        Verdict.ofWireName(rows.getString("case_verdict")),
                                        rows.getString("reasons")),
                                VerdictRows.verdict(rows)))
                        .list());
    }
}
