package dev.analystcopilot.knowledge.postgres.desk;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Reports. Analysts of the tenant see all of them and write; staff read their own.
public final class ReportStore {
    private static final String NAME = /* language=SQL */ "SELECT set_config('app.login', :login, true)";
    private static final String ADD = /* language=SQL */ """
            INSERT INTO report (tenant_id, id, reporter, subject, body, status, message, alert_id, at, changed_at)
            VALUES (:tenant, :id, :reporter, :subject, :body, :status, :message, :alert, :at, :at)
            """;
    private static final String ADD_FILE = /* language=SQL */ """
            INSERT INTO report_file (tenant_id, report_id, name, media_type, sha256, bytes)
            VALUES (:tenant, :id, :name, :type, :sha256, :bytes)
            """;
    private static final String COLUMNS = /* language=SQL */ """
            SELECT id, reporter, subject, body, status, message, alert_id, at, changed_at, changed_by
            FROM report
            """;
    private static final String OWN = COLUMNS + /* language=SQL */ """
            WHERE tenant_id = :tenant AND reporter = :login ORDER BY at DESC, id LIMIT :limit
            """;
    private static final String ALL = COLUMNS + /* language=SQL */ """
            WHERE tenant_id = :tenant ORDER BY at DESC, id LIMIT :limit
            """;
    private static final String FIND = COLUMNS + /* language=SQL */ """
            WHERE tenant_id = :tenant AND id = :id
            """;
    private static final String SINCE = /* language=SQL */ """
            SELECT count(*) FROM report WHERE tenant_id = :tenant AND reporter = :login AND at >= :since
            """;
    private static final String FIND_FILE = /* language=SQL */ """
            SELECT name, media_type, sha256, bytes FROM report_file WHERE tenant_id = :tenant AND report_id = :id
            """;
    private static final String SET = /* language=SQL */ """
            UPDATE report SET status = :status, message = :message, changed_at = :at, changed_by = :by
            WHERE tenant_id = :tenant AND id = :id
            """;
    private static final RowMapper<Report> REPORT = (rows, context) -> new Report(
            rows.getString("id"),
            rows.getString("reporter"),
            rows.getString("subject"),
            rows.getString("body"),
            Report.Status.ofWireName(rows.getString("status")),
            rows.getString("message"),
            rows.getString("alert_id"),
            Rows.instant(rows, "at"),
            Rows.instant(rows, "changed_at"),
            Rows.optional(rows, "changed_by"));

    private final ScopedTransactions transactions;

    public ReportStore(Database database) {
        this.transactions = database.transactions();
    }

    public void add(Scope scope, Report report, Optional<ReportFile> file) {
        transactions.in(scope, handle -> {
            handle.createUpdate(ADD)
                    .bind("tenant", scope.tenant())
                    .bind("id", report.id())
                    .bind("reporter", report.reporter())
                    .bind("subject", report.subject())
                    .bind("body", report.body())
                    .bind("status", report.status().wireName())
                    .bind("message", report.message())
                    .bind("alert", report.alertId())
                    .bind("at", report.at().atOffset(ZoneOffset.UTC))
                    .execute();
            file.ifPresent(given -> handle.createUpdate(ADD_FILE)
                    .bind("tenant", scope.tenant())
                    .bind("id", report.id())
                    .bind("name", given.name())
                    .bind("type", given.mediaType())
                    .bind("sha256", given.sha256())
                    .bind("bytes", given.bytes())
                    .execute());
            return true;
        });
    }

    /// The latest of one person first.
    public List<Report> of(Scope scope, String login, int limit) {
        return naming(
                scope,
                login,
                handle -> handle.createQuery(OWN)
                        .bind("tenant", scope.tenant())
                        .bind("login", login)
                        .bind("limit", limit)
                        .map(REPORT)
                        .list());
    }

    /// How many one person made since a moment.
    public long countOf(Scope scope, String login, Instant since) {
        return naming(
                scope,
                login,
                handle -> handle.createQuery(SINCE)
                        .bind("tenant", scope.tenant())
                        .bind("login", login)
                        .bind("since", since.atOffset(ZoneOffset.UTC))
                        .mapTo(Long.class)
                        .one());
    }

    /// Everyone's, the latest first; for staff their own.
    public List<Report> all(Scope scope, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(ALL)
                        .bind("tenant", scope.tenant())
                        .bind("limit", limit)
                        .map(REPORT)
                        .list());
    }

    /// @param login who asks: staff find their own only
    public Optional<Report> find(Scope scope, String login, String id) {
        return naming(
                scope,
                login,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", scope.tenant())
                        .bind("id", id)
                        .map(REPORT)
                        .findOne());
    }

    /// For analysts only.
    public Optional<ReportFile> file(Scope scope, String id) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(FIND_FILE)
                        .bind("tenant", scope.tenant())
                        .bind("id", id)
                        .map((rows, context) -> new ReportFile(
                                rows.getString("name"),
                                rows.getString("media_type"),
                                rows.getString("sha256"),
                                rows.getBytes("bytes")))
                        .findOne());
    }

    /// @return whether there is such a report
    public boolean set(Scope scope, String id, Report.Status status, String message, String by, Instant at) {
        return transactions.in(
                        scope,
                        handle -> handle.createUpdate(SET)
                                .bind("tenant", scope.tenant())
                                .bind("id", id)
                                .bind("status", status.wireName())
                                .bind("message", message)
                                .bind("by", by)
                                .bind("at", at.atOffset(ZoneOffset.UTC))
                                .execute())
                > 0;
    }

    private <T> T naming(Scope scope, String login, Function<Handle, T> work) {
        return transactions.in(scope, handle -> {
            var _ = handle.createQuery(NAME)
                    .bind("login", login)
                    .mapTo(String.class)
                    .one();
            return work.apply(handle);
        });
    }
}
