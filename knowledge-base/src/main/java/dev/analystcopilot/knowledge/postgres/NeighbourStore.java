package dev.analystcopilot.knowledge.postgres;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jdbi.v3.core.result.ResultBearing;
import org.jdbi.v3.core.statement.Query;

/// Nearest fingerprints under filters, with their alerts and verdicts, in one statement. Only analysts of the tenant
/// see any. As many are returned as were asked for, if there are so many.
public final class NeighbourStore {
    private static final Duration STATISTICS_LAST = Duration.ofMinutes(1);
    private static final int TENANTS_REMEMBERED = 1_000;
    private static final double[] SHARES =
            IntStream.range(0, 101).mapToDouble(i -> i / 100.0).toArray();
    private static final Instant NEVER_BEFORE = NewAlert.EARLIEST;
    private static final Instant NEVER_AFTER = NewAlert.LATEST;

    private final ScopedTransactions transactions;
    private final Clock clock;
    private final Map<Scope, TenantVectors> statistics = new ConcurrentHashMap<>();

    NeighbourStore(ScopedTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The closest first.
    public List<Neighbour> nearest(Scope scope, NeighbourQuery query) {
        TenantVectors known = statistics(scope);
        SearchPlan plan = plan(scope, query, known);
        List<Neighbour> found = run(scope, query, plan, known);
        return plan == SearchPlan.HNSW && found.size() < query.limit()
                ? run(scope, query, SearchPlan.EXACT, known)
                : found;
    }

    /// The same with every vector compared, whatever it costs: what the other is measured against.
    public List<Neighbour> nearestExactly(Scope scope, NeighbourQuery query) {
        return run(scope, query, SearchPlan.EXACT, statistics(scope));
    }

    /// Gives a tenant that has grown large its index of nearest neighbours. Nothing else writes vectors of tenants in
    /// its partition meanwhile. Not for scratch tenants, which are deleted before an index has paid for itself.
    ///
    /// @return whether one was made
    public boolean index(Scope scope, String model) {
        boolean made = transactions.in(scope, handle -> {
            long vectors = handle.createQuery(NeighbourSql.COUNT_VECTORS)
                    .bind("tenant", scope.tenant())
                    .bind("model", model)
                    .bind("most", SearchPlan.INDEX_FROM)
                    .mapTo(Long.class)
                    .one();
            return vectors >= SearchPlan.INDEX_FROM
                    && handle.createQuery(NeighbourSql.INDEX)
                            .bind("model", model)
                            .mapTo(Boolean.class)
                            .one();
        });
        if (made) {
            statistics.remove(scope);
        }
        return made;
    }

    private SearchPlan plan(Scope scope, NeighbourQuery query, TenantVectors known) {
        if (!query.entityKeys().isEmpty()) {
            return known.indexed().contains(query.model()) && isHub(scope, query) ? SearchPlan.HNSW : SearchPlan.ABOUT;
        }
        return known.indexed().contains(query.model())
                ? SearchPlan.of(query.limit(), passing(query, known), known.fingerprints())
                : SearchPlan.EXACT;
    }

    private static long passing(NeighbourQuery query, TenantVectors known) {
        return known.seenSince(query.from().orElse(NEVER_BEFORE));
    }

    private boolean isHub(Scope scope, NeighbourQuery query) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(NeighbourSql.COUNT_ABOUT)
                                .bind("tenant", scope.tenant())
                                .bind("keys", query.entityKeys().toArray(String[]::new))
                                .bind("from", query.from().orElse(NEVER_BEFORE))
                                .bind("to", query.to().orElse(NEVER_AFTER))
                                .bind("most", SearchPlan.HUB + 1)
                                .mapTo(Long.class)
                                .one()
                        > SearchPlan.HUB);
    }

    private List<Neighbour> run(Scope scope, NeighbourQuery query, SearchPlan plan, TenantVectors known) {
        return transactions.settingItself(handle -> bound(
                        handle.createQuery(
                                NeighbourSql.search(plan, VectorColumn.of(query.vector()), !query.looksAtAlerts())),
                        query)
                .bind("planning", plan.planning(!query.looksAtAlerts()))
                .bind("tenant", scope.tenant())
                .bind("audience", scope.audience().wireName())
                .bind("ef", Long.toString(SearchPlan.ef(query.limit(), passing(query, known), known.fingerprints())))
                .bind("sort", plan == SearchPlan.HNSW ? "off" : "on")
                .execute((statement, context) ->
                        ResultBearing.of(() -> ScopedTransactions.second(statement.get()), context))
                .map(NeighbourRows.NEIGHBOUR)
                .list());
    }

    private static Query bound(Query statement, NeighbourQuery query) {
        statement
                .bind("model", query.model())
                .bind("vector", VectorColumn.text(query.vector()))
                .bind("k", query.limit())
                .bind("counted", Neighbour.COUNTED)
                .bind("from", typed(query.from().orElse(NEVER_BEFORE)))
                .bind("to", typed(query.to().orElse(NEVER_AFTER)));
        return query.looksAtAlerts()
                ? statement
                        .bind("source", query.source().orElse(null))
                        .bind("anyEntity", query.entityKeys().isEmpty())
                        .bind("keys", query.entityKeys().toArray(String[]::new))
                        .bind("case", query.withoutCase().orElse(null))
                        .bind("alert", query.withoutAlert().orElse(null))
                : statement;
    }

    /// An instant alone would be sent without its type.
    private static OffsetDateTime typed(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private TenantVectors statistics(Scope scope) {
        TenantVectors known = statistics.get(scope);
        if (known != null && clock.instant().isBefore(known.usableUntil())) {
            return known;
        }
        if (statistics.size() >= TENANTS_REMEMBERED) {
            statistics.clear();
        }
        TenantVectors read = readStatistics(scope);
        statistics.put(scope, read);
        return read;
    }

    private TenantVectors readStatistics(Scope scope) {
        Instant until = clock.instant().plus(STATISTICS_LAST);
        return transactions.in(
                scope,
                handle -> handle.createQuery(NeighbourSql.STATISTICS)
                        .bind("tenant", scope.tenant())
                        .bind("shares", SHARES)
                        .map((rows, context) -> new TenantVectors(
                                rows.getLong("fingerprints"),
                                NeighbourRows.instants(rows, "last_seen"),
                                rows.getArray("indexed") == null ? Set.of() : Set.copyOf(Rows.texts(rows, "indexed")),
                                until))
                        .one());
    }
}
