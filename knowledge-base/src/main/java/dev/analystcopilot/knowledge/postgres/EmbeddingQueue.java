package dev.analystcopilot.knowledge.postgres;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Whose passages wait for vectors, and who is giving them: one process for a tenant at a time.
public final class EmbeddingQueue {
    private static final String TASK = "embedding";

    private final ScopedTransactions transactions;

    EmbeddingQueue(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// The tenants whose passages may wait, the longest waiting first.
    public List<String> tenants() {
        return transactions.naming(
                Map.of("app.task", TASK),
                handle -> handle.createQuery(PassageSql.WAITING)
                        .mapTo(String.class)
                        .list());
    }

    /// Runs the work unless another process embeds for this tenant; empty if one does.
    public <T> Optional<T> alone(Scope scope, Supplier<T> work) {
        return transactions.alone(TASK, scope.tenant(), work);
    }

    /// Strikes the tenant off if nothing waits. What is imported meanwhile puts it on again.
    public void strikeIf(Scope scope, Supplier<Boolean> nothingWaits) {
        Optional<OffsetDateTime> since = transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.WAITING_SINCE)
                        .bind("tenant", scope.tenant())
                        .mapTo(OffsetDateTime.class)
                        .findOne());
        if (since.isPresent() && nothingWaits.get()) {
            int _ = transactions.in(
                    scope,
                    handle -> handle.createUpdate(PassageSql.WAITS_NO_LONGER)
                            .bind("tenant", scope.tenant())
                            .bind("since", since.get())
                            .execute());
        }
    }
}
