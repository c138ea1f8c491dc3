package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/// Long work and how far it has come. Only analysts of the tenant see or write it. A job that is still `RUNNING` when
/// the service starts was interrupted: its runner takes it up again.
public final class JobStore {
    private static final String ADD = /* language=SQL */ """
            INSERT INTO job (tenant_id, id, kind, state, stage, progress, parameters, counts)
            VALUES (:tenant, :id, :kind, 'queued', '', 0, :parameters, '{}')
            """;
    private static final String FIND = /* language=SQL */ """
            SELECT id, kind, state, stage, progress, parameters, counts, error, created_at, updated_at
            FROM job WHERE id = :id
            """;
    private static final String LIST = /* language=SQL */ """
            SELECT id, kind, state, stage, progress, parameters, counts, error, created_at, updated_at
            FROM job WHERE state = ANY(:states) ORDER BY created_at, id
            """;
    private static final String REPORT = /* language=SQL */ """
            UPDATE job SET state = 'running', stage = :stage, progress = :progress, counts = :counts, updated_at = now()
            WHERE id = :id AND state IN ('queued', 'running')
            """;
    private static final String FINISH = /* language=SQL */ """
            UPDATE job SET state = 'done', stage = '', progress = 1, counts = :counts, updated_at = now() WHERE id = :id
            """;
    private static final String FAIL = /* language=SQL */
            "UPDATE job SET state = 'failed', error = :error, updated_at = now() WHERE id = :id";
    private static final RowMapper<Job> JOB = (rows, context) -> new Job(
            rows.getString("id"),
            rows.getString("kind"),
            State.valueOf(rows.getString("state").toUpperCase(Locale.ROOT)),
            rows.getString("stage"),
            rows.getDouble("progress"),
            rows.getString("parameters"),
            rows.getString("counts"),
            Rows.optional(rows, "error"),
            Rows.instant(rows, "created_at"),
            Rows.instant(rows, "updated_at"));

    private final ScopedTransactions transactions;

    JobStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED;

        /// The spelling in files and interfaces.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param parameters JSON, as the job's kind reads it
    /// @param progress 0 to 1
    /// @param counts JSON, as the job's kind writes it
    public record Job(
            String id,
            String kind,
            State state,
            String stage,
            double progress,
            String parameters,
            String counts,
            Optional<String> error,
            Instant createdAt,
            Instant updatedAt) {

        public Job {
            requireNonNull(state, "state");
            requireNonNull(error, "error");
        }
    }

    public void add(Scope scope, String id, String kind, String parameters) {
        transactions.in(
                scope,
                handle -> handle.createUpdate(ADD)
                        .bind("tenant", scope.tenant())
                        .bind("id", id)
                        .bind("kind", kind)
                        .bind("parameters", parameters)
                        .execute());
    }

    public Optional<Job> find(Scope scope, String id) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(FIND).bind("id", id).map(JOB).findOne());
    }

    /// The oldest first; in any state if none is named.
    public List<Job> list(Scope scope, State... states) {
        List<State> wanted = List.of(states.length == 0 ? State.values() : states);
        return transactions.in(
                scope,
                handle -> handle.createQuery(LIST)
                        .bind("states", wanted.stream().map(State::wireName).toArray(String[]::new))
                        .map(JOB)
                        .list());
    }

    /// Says how far it has come, which makes it running. A job that has ended stays ended.
    public void report(Scope scope, String id, String stage, double progress, String counts) {
        transactions.in(
                scope,
                handle -> handle.createUpdate(REPORT)
                        .bind("id", id)
                        .bind("stage", stage)
                        .bind("progress", progress)
                        .bind("counts", counts)
                        .execute());
    }

    public void finish(Scope scope, String id, String counts) {
        transactions.in(
                scope,
                handle -> handle.createUpdate(FINISH)
                        .bind("id", id)
                        .bind("counts", counts)
                        .execute());
    }

    public void fail(Scope scope, String id, String error) {
        transactions.in(
                scope,
                handle -> handle.createUpdate(FAIL)
                        .bind("id", id)
                        .bind("error", error)
                        .execute());
    }
}
