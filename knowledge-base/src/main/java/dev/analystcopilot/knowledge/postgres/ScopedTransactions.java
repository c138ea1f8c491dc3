package dev.analystcopilot.knowledge.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Runs work in one transaction that has told row-level security for whom it works. The settings end with it.
public final class ScopedTransactions {
    private static final String SET = /* language=SQL */ "SELECT set_config(:name, :value, true)";
    private static final String ENTER = /* language=SQL */
            "SELECT set_config('app.tenant', :tenant, true), set_config('app.audience', :audience, true)";

    private static final String TRY_LOCK = /* language=SQL */
            "SELECT pg_try_advisory_lock(hashtext(:task), hashtext(:name))";
    private static final String UNLOCK = /* language=SQL */
            "SELECT pg_advisory_unlock(hashtext(:task), hashtext(:name))";

    private final Jdbi jdbi;

    ScopedTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public <T> T in(Scope scope, Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            handle.createQuery(ENTER)
                    .bind("tenant", scope.tenant())
                    .bind("audience", scope.audience().wireName())
                    .mapTo(String.class)
                    .one();
            return work.apply(handle);
        });
    }

    /// Runs work of which there must be one at a time among all processes; empty if another one is at it. The lock ends
    /// with the connection, so nothing is left behind by a process that dies.
    <T> Optional<T> alone(String task, String name, Supplier<T> work) {
        return jdbi.withHandle(handle -> {
            boolean first = handle.createQuery(TRY_LOCK)
                    .bind("task", task)
                    .bind("name", name)
                    .mapTo(Boolean.class)
                    .one();
            if (!first) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                var _ = handle.createQuery(UNLOCK)
                        .bind("task", task)
                        .bind("name", name)
                        .mapTo(Boolean.class)
                        .one();
            }
        });
    }

    /// For a statement that sets its scope itself, in front and in the same message ([NeighbourSql#ENTER]): one round
    /// trip less. The transaction is explicit all the same: pgjdbc splits such a message while it does not know the
    /// type of a value, and a transaction of the message alone would then lose its settings, and see nothing.
    <T> T settingItself(Function<Handle, T> work) {
        return jdbi.inTransaction(work::apply);
    }

    /// What the statement after the settings found.
    static ResultSet second(PreparedStatement executed) {
        try {
            if (!executed.getMoreResults()) {
                throw new IllegalStateException("the database answered the settings only");
            }
            return executed.getResultSet();
        } catch (SQLException e) {
            throw new IllegalStateException("the database's answer cannot be read", e);
        }
    }

    /// For what happens before a tenant is known, such as signing in: only the rows that a setting names are seen.
    <T> T naming(Map<String, String> settings, Function<Handle, T> work) {
        return jdbi.inTransaction(handle -> {
            settings.forEach((name, value) -> handle.createQuery(SET)
                    .bind("name", name)
                    .bind("value", value)
                    .mapTo(String.class)
                    .one());
            return work.apply(handle);
        });
    }
}
