package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.postgres.Attention.Reason;
import dev.analystcopilot.knowledge.postgres.Attention.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/// What a human should look at, and why. A reason is kept once for each subject, however often it is found. Only
/// analysts of the tenant see or write it.
public final class AttentionStore {
    private static final String ADD = /* language=SQL */ """
            INSERT INTO attention (tenant_id, subject, subject_id, reason, detail, at)
            VALUES (:tenant, :subject, :id, :reason, :detail, :at)
            ON CONFLICT (tenant_id, subject, subject_id, reason) DO NOTHING
            """;
    private static final String COLUMNS = "SELECT a.subject, a.subject_id, a.reason, a.detail, a.at ";
    private static final String LATEST = COLUMNS + /* language=SQL */ """
            FROM attention a
            WHERE a.tenant_id = :tenant
            ORDER BY a.at DESC, a.subject, a.subject_id, a.reason
            LIMIT :limit
            """;
    private static final String OF = COLUMNS + /* language=SQL */ """
            FROM attention a
            WHERE a.tenant_id = :tenant AND a.subject = :subject AND a.subject_id = ANY(:ids)
            ORDER BY a.at DESC, a.subject_id, a.reason
            """;
    private static final String OF_CASE = COLUMNS + /* language=SQL */ """
            FROM attention a
            WHERE a.tenant_id = :tenant
              AND (a.subject = 'case' AND a.subject_id = :id
                   OR a.subject = 'alert'
                      AND EXISTS (SELECT FROM alert_triage t
                                  WHERE t.tenant_id = a.tenant_id AND t.alert_id = a.subject_id AND t.case_id = :id))
            ORDER BY a.at DESC, a.subject, a.subject_id, a.reason
            LIMIT :limit
            """;
    private static final String ALERTS = /* language=SQL */ """
            SELECT subject_id FROM attention WHERE tenant_id = :tenant AND subject = 'alert' AND reason = :reason
            """;
    private static final String COUNTS = /* language=SQL */
            "SELECT reason, count(*) AS n FROM attention WHERE tenant_id = :tenant GROUP BY reason";
    private static final RowMapper<Attention> ATTENTION = (rows, context) -> new Attention(
            Subject.ofWireName(rows.getString("subject")),
            rows.getString("subject_id"),
            Reason.ofWireName(rows.getString("reason")),
            rows.getString("detail"),
            Rows.instant(rows, "at"));

    private final ScopedTransactions transactions;

    AttentionStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// @return whether it is new
    public boolean add(Scope scope, Attention attention) {
        return addAll(scope, List.of(attention)) > 0;
    }

    /// In one transaction.
    ///
    /// @return how many are new
    public int addAll(Scope scope, Collection<Attention> attentions) {
        if (attentions.isEmpty()) {
            return 0;
        }
        return transactions.in(scope, handle -> {
            PreparedBatch batch = handle.prepareBatch(ADD);
            for (Attention attention : attentions) {
                batch.bind("tenant", scope.tenant())
                        .bind("subject", attention.subject().wireName())
                        .bind("id", attention.subjectId())
                        .bind("reason", attention.reason().wireName())
                        .bind("detail", attention.detail())
                        .bind("at", attention.at())
                        .add();
            }
            int added = 0;
            for (int count : batch.execute()) {
                added += Math.max(0, count);
            }
            return added;
        });
    }

    /// The newest first.
    public List<Attention> latest(Scope scope, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(LATEST)
                        .bind("tenant", scope.tenant())
                        .bind("limit", limit)
                        .map(ATTENTION)
                        .list());
    }

    /// What there is for the subjects of one kind with these ids.
    public List<Attention> of(Scope scope, Subject subject, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return transactions.in(
                scope,
                handle -> handle.createQuery(OF)
                        .bind("tenant", scope.tenant())
                        .bind("subject", subject.wireName())
                        .bind("ids", ids.toArray(String[]::new))
                        .map(ATTENTION)
                        .list());
    }

    /// What there is for a case and for its alerts, the newest first.
    public List<Attention> ofCase(Scope scope, String caseId, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(OF_CASE)
                        .bind("tenant", scope.tenant())
                        .bind("id", caseId)
                        .bind("limit", limit)
                        .map(ATTENTION)
                        .list());
    }

    /// The alerts that it is kept for.
    public Set<String> alertIds(Scope scope, Reason reason) {
        return transactions.in(
                scope,
                handle -> Set.copyOf(handle.createQuery(ALERTS)
                        .bind("tenant", scope.tenant())
                        .bind("reason", reason.wireName())
                        .mapTo(String.class)
                        .list()));
    }

    /// How many there are, by reason; reasons of which there are none are left out.
    public Map<Reason, Long> counts(Scope scope) {
        return transactions.in(scope, handle -> {
            Map<Reason, Long> counts = new TreeMap<>();
            handle.createQuery(COUNTS)
                    .bind("tenant", scope.tenant())
                    .map((rows, context) -> Map.entry(Reason.ofWireName(rows.getString("reason")), rows.getLong("n")))
                    .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
            return counts;
        });
    }
}
