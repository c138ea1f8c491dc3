package dev.analystcopilot.knowledge.postgres.response;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import dev.analystcopilot.knowledge.postgres.response.Proposal.Decision;
import dev.analystcopilot.knowledge.postgres.response.Proposal.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Proposals and decisions. Only analysts of the tenant see or write them.
public final class ProposalStore {
    private static final String COLUMNS = /* language=SQL */ """
            SELECT id, case_id, action, target, why, proposed_by, at, status, decided_by, decided_at, note
            FROM proposal
            """;
    private static final String ADD = /* language=SQL */ """
            INSERT INTO proposal (tenant_id, id, case_id, action, target, why, proposed_by, at)
            VALUES (:tenant, :id, :case, :action, :target, :why, :by, :at)
            ON CONFLICT (tenant_id, case_id, action, target) WHERE status = 'open' DO NOTHING
            """;
    private static final String SAME = COLUMNS + /* language=SQL */ """
            WHERE tenant_id = :tenant AND case_id = :case AND action = :action AND target = :target AND status = 'open'
            """;
    private static final String FIND = COLUMNS + "WHERE tenant_id = :tenant AND id = :id";
    private static final String LIST = COLUMNS + /* language=SQL */ """
            WHERE tenant_id = :tenant AND (CAST(:case AS text) IS NULL OR case_id = :case)
            ORDER BY at DESC, id
            LIMIT :limit
            """;
    private static final String DECIDE = /* language=SQL */ """
            UPDATE proposal
            SET status = :status, decided_by = :by, decided_at = :at, note = :note
            WHERE tenant_id = :tenant AND id = :id AND status = 'open'
            """;
    private static final RowMapper<Proposal> PROPOSAL = (rows, context) -> proposal(rows);

    private final ScopedTransactions transactions;

    public ProposalStore(Database database) {
        this.transactions = database.transactions();
    }

    private static Proposal proposal(ResultSet rows) throws SQLException {
        Optional<Instant> decidedAt = Rows.optionalInstant(rows, "decided_at");
        return new Proposal(
                rows.getString("id"),
                rows.getString("case_id"),
                rows.getString("action"),
                rows.getString("target"),
                rows.getString("why"),
                rows.getString("proposed_by"),
                Rows.instant(rows, "at"),
                Status.ofWireName(rows.getString("status")),
                decidedAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Decision(
                                rows.getString("decided_by"),
                                decidedAt.get(),
                                Rows.optional(rows, "note").orElse(""))));
    }

    /// Keeps an open proposal. Where the same is open already, that one stays and is returned.
    public Proposal add(Scope scope, Proposal proposal) {
        return transactions.in(scope, handle -> {
            handle.createUpdate(ADD)
                    .bind("tenant", scope.tenant())
                    .bind("id", proposal.id())
                    .bind("case", proposal.caseId())
                    .bind("action", proposal.action())
                    .bind("target", proposal.target())
                    .bind("why", proposal.why())
                    .bind("by", proposal.proposedBy())
                    .bind("at", proposal.at())
                    .execute();
            return handle.createQuery(SAME)
                    .bind("tenant", scope.tenant())
                    .bind("case", proposal.caseId())
                    .bind("action", proposal.action())
                    .bind("target", proposal.target())
                    .map(PROPOSAL)
                    .one();
        });
    }

    public Optional<Proposal> find(Scope scope, String id) {
        return transactions.in(scope, handle -> find(handle, scope, id));
    }

    /// The latest first.
    ///
    /// @param caseId of one case only; of all if empty
    public List<Proposal> list(Scope scope, Optional<String> caseId, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(LIST)
                        .bind("tenant", scope.tenant())
                        .bind("case", caseId.orElse(null))
                        .bind("limit", limit)
                        .map(PROPOSAL)
                        .list());
    }

    /// Writes down what somebody decided. What was decided before stays as it is.
    ///
    /// @return the proposal as it is now; empty if there is none to be seen
    public Optional<Proposal> decide(Scope scope, String id, Status status, Decision decision) {
        return transactions.in(scope, handle -> {
            handle.createUpdate(DECIDE)
                    .bind("tenant", scope.tenant())
                    .bind("id", id)
                    .bind("status", status.wireName())
                    .bind("by", decision.by())
                    .bind("at", decision.at())
                    .bind("note", decision.note())
                    .execute();
            return find(handle, scope, id);
        });
    }

    private static Optional<Proposal> find(Handle handle, Scope scope, String id) {
        return handle.createQuery(FIND)
                .bind("tenant", scope.tenant())
                .bind("id", id)
                .map(PROPOSAL)
                .findOne();
    }
}
