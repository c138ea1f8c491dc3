package dev.analystcopilot.knowledge.postgres.bot;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Keeps a bot from answering twice, and its threads together.
public final class BotStore {
    /// Far longer than any platform tries again, and than any signature stays good.
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final Duration THREADS_KEPT = Duration.ofDays(30);

    private static final String FORGET_EVENTS = /* language=SQL */ """
            DELETE FROM bot_event WHERE tenant_id = :tenant AND seen_at < :before
            """;
    private static final String FIRST = /* language=SQL */ """
            INSERT INTO bot_event (tenant_id, platform, event_id, seen_at) VALUES (:tenant, :platform, :event, :now)
            ON CONFLICT DO NOTHING
            """;
    private static final String FIND = /* language=SQL */ """
            SELECT conversation_id FROM bot_thread
            WHERE tenant_id = :tenant AND platform = :platform AND thread = :thread AND audience = :audience
              AND used_at >= :since
            """;
    private static final String PUT = /* language=SQL */ """
            INSERT INTO bot_thread (tenant_id, platform, thread, audience, conversation_id, used_at)
            VALUES (:tenant, :platform, :thread, :audience, :conversation, :now)
            ON CONFLICT (tenant_id, platform, thread, audience) DO UPDATE
            SET conversation_id = excluded.conversation_id, used_at = excluded.used_at
            """;

    private final ScopedTransactions transactions;

    public BotStore(Database database) {
        this.transactions = database.transactions();
    }

    /// Whether this event is heard for the first time; of two at once, one is the first.
    public boolean first(Scope scope, String platform, String event, Instant now) {
        return transactions.in(scope, handle -> {
            var _ = handle.createUpdate(FORGET_EVENTS)
                    .bind("tenant", scope.tenant())
                    .bind("before", now.minus(REMEMBERED))
                    .execute();
            return handle.createUpdate(FIRST)
                            .bind("tenant", scope.tenant())
                            .bind("platform", platform)
                            .bind("event", event)
                            .bind("now", now)
                            .execute()
                    == 1;
        });
    }

    /// The conversation that goes on in a thread with this audience; empty for a new or long silent one.
    public Optional<String> conversation(Scope scope, String platform, String thread, Instant now) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(FIND)
                        .bind("tenant", scope.tenant())
                        .bind("platform", platform)
                        .bind("thread", thread)
                        .bind("audience", scope.audience().wireName())
                        .bind("since", now.minus(THREADS_KEPT))
                        .mapTo(String.class)
                        .findOne());
    }

    public void keep(Scope scope, String platform, String thread, String conversation, Instant now) {
        transactions.in(
                scope,
                handle -> handle.createUpdate(PUT)
                        .bind("tenant", scope.tenant())
                        .bind("platform", platform)
                        .bind("thread", thread)
                        .bind("audience", scope.audience().wireName())
                        .bind("conversation", conversation)
                        .bind("now", now)
                        .execute());
    }
}
