package dev.analystcopilot.knowledge.postgres.learning;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether a tenant learns, and who changed what when. Only analysts of the tenant see or write it.
public final class SettingStore {
    private static final String READ = /* language=SQL */ """
            SELECT enabled, auto_close, changed_by, changed_at FROM learning_setting WHERE tenant_id = :tenant
            """;
    private static final String PUT = /* language=SQL */ """
            INSERT INTO learning_setting (tenant_id, enabled, auto_close, changed_by, changed_at)
            VALUES (:tenant, :enabled, :autoClose, :by, :at)
            ON CONFLICT (tenant_id) DO UPDATE
            SET enabled = excluded.enabled, auto_close = excluded.auto_close, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at
            """;
    private static final String NOTE = /* language=SQL */ """
            INSERT INTO learning_event (tenant_id, at, login, what, detail) VALUES (:tenant, :at, :login, :what, :detail)
            """;
    private static final String EVENTS = /* language=SQL */ """
            SELECT at, login, what, detail FROM learning_event WHERE tenant_id = :tenant ORDER BY id DESC LIMIT :limit
            """;

    private final ScopedTransactions transactions;

    public SettingStore(Database database) {
        this.transactions = database.transactions();
    }

    /// @param enabled whether verdicts set aside, own models decide, and cases may be closed
    /// @param autoClose whether the tenant opted in to closing what the miss budget allows
    public record Setting(boolean enabled, boolean autoClose, Optional<Changed> changed) {
        static final Setting DEFAULT = new Setting(true, false, Optional.empty());
    }

    public record Changed(String by, Instant at) {}

    public record Event(Instant at, String by, String what, String detail) {}

    public Setting read(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(READ)
                        .bind("tenant", scope.tenant())
                        .map((rows, context) -> new Setting(
                                rows.getBoolean("enabled"),
                                rows.getBoolean("auto_close"),
                                Optional.of(
                                        new Changed(rows.getString("changed_by"), Rows.instant(rows, "changed_at")))))
                        .findOne()
                        .orElse(Setting.DEFAULT));
    }

    /// Changes the setting and writes down that it was changed.
    public void put(Scope scope, boolean enabled, boolean autoClose, Changed changed) {
        transactions.in(scope, handle -> {
            handle.createUpdate(PUT)
                    .bind("tenant", scope.tenant())
                    .bind("enabled", enabled)
                    .bind("autoClose", autoClose)
                    .bind("by", changed.by())
                    .bind("at", changed.at())
                    .execute();
            return handle.createUpdate(NOTE)
                    .bind("tenant", scope.tenant())
                    .bind("at", changed.at())
                    .bind("login", changed.by())
                    .bind("what", "setting")
                    .bind("detail", "enabled=" + enabled + " auto_close=" + autoClose)
                    .execute();
        });
    }

    /// Writes down what somebody, or the service itself, did.
    public void note(Scope scope, Event event) {
        transactions.in(
                scope,
                handle -> handle.createUpdate(NOTE)
                        .bind("tenant", scope.tenant())
                        .bind("at", event.at())
                        .bind("login", event.by())
                        .bind("what", event.what())
                        .bind("detail", event.detail())
                        .execute());
    }

    /// The latest first.
    public List<Event> events(Scope scope, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(EVENTS)
                        .bind("tenant", scope.tenant())
                        .bind("limit", limit)
                        .map((rows, context) -> new Event(
                                Rows.instant(rows, "at"),
                                rows.getString("login"),
                                rows.getString("what"),
                                rows.getString("detail")))
                        .list());
    }
}
