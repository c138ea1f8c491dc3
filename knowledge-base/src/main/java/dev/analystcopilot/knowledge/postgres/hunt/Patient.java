package dev.analystcopilot.knowledge.postgres.hunt;

import dev.analystcopilot.knowledge.hunt.HuntTimeoutException;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementException;

/// Runs reading that anybody may ask for: the transaction cannot write, and no statement of it outlasts the limit.
final class Patient {
    private static final String CANCELLED = "57014";
    private static final String BOUNDS = /* language=SQL */ """
            SELECT set_config('statement_timeout', :millis, true), set_config('transaction_read_only', 'on', true)
            """;

    private final ScopedTransactions transactions;
    private final Duration limit;

    Patient(ScopedTransactions transactions, Duration limit) {
        this.transactions = transactions;
        this.limit = limit;
    }

    /// @throws HuntTimeoutException if it takes too long
    <T> T read(Scope scope, Function<Handle, T> work) {
        try {
            return transactions.in(scope, handle -> {
                var _ = handle.createQuery(BOUNDS)
                        .bind("millis", Long.toString(limit.toMillis()))
                        .mapTo(String.class)
                        .one();
                return work.apply(handle);
            });
        } catch (StatementException e) {
            if (e.getCause() instanceof SQLException cause && CANCELLED.equals(cause.getSQLState())) {
                throw new HuntTimeoutException(limit, e);
            }
            throw e;
        }
    }
}
