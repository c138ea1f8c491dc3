package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Alerts. Only analysts of the tenant see or write them.
public final class AlertStore {
    private static final int FETCH_SIZE = 2_000;

    private final ScopedTransactions transactions;

    AlertStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// Stores alerts that are not stored yet; an id that is known already changes nothing. All or none of a call.
    public InsertResult insert(Scope scope, List<NewAlert> alerts) {
        if (alerts.isEmpty()) {
            return new InsertResult(0, 0);
        }
        return transactions.in(scope, handle -> {
            handle.execute(AlertSql.INCOMING);
            BinaryCopy.copy(handle, AlertSql.COPY_INCOMING, AlertSql.INCOMING_COLUMNS, alerts, AlertStore::write);
            handle.createUpdate(AlertSql.ADD_FINGERPRINTS)
                    .bind("tenant", scope.tenant())
                    .execute();
            handle.createQuery(AlertSql.LOCK_FINGERPRINTS)
                    .bind("tenant", scope.tenant())
                    .mapTo(Long.class)
                    .one();
            int added = handle.createQuery(AlertSql.ADD_INCOMING)
                    .bind("tenant", scope.tenant())
                    .mapTo(Integer.class)
                    .one();
            handle.createUpdate(AlertSql.SEEN_WITH_VECTORS)
                    .bind("tenant", scope.tenant())
                    .execute();
            return new InsertResult(added, alerts.size() - added);
        });
    }

    /// Every alert of the time span, by time and id; memory does not grow with their number. The connection is held
    /// until the last one is consumed.
    public void forEachInTimeOrder(
            Scope scope, Instant fromInclusive, Instant toExclusive, Consumer<StoredAlert> consumer) {
        transactions.in(scope, handle -> {
            try (Stream<StoredAlert> alerts = handle
                    .createQuery(AlertSql.IN_TIME_ORDER)
                    .bind("from", fromInclusive)
                    .bind("to", toExclusive)
                    .setFetchSize(FETCH_SIZE)
                    .map(AlertRows.STORED)
                    .stream()) {
                alerts.forEach(consumer);
            }
            return true;
        });
    }

    public Optional<Alert> find(Scope scope, String id) {
        return find(scope, List.of(id)).stream().findFirst();
    }

    /// In the order of the ids; those that are not stored, or not to be seen, are left out.
    public List<Alert> find(Scope scope, Collection<String> ids) {
        Map<String, Alert> found = new HashMap<>();
        transactions
                .in(
                        scope,
                        handle -> handle.createQuery(AlertSql.FIND)
                                .bind("ids", ids.toArray(String[]::new))
                                .map(AlertRows.WHOLE)
                                .list())
                .forEach(alert -> found.put(alert.id(), alert));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    /// As lists show them, in the order of the ids; those that are not to be seen are left out.
    public List<AlertHit> hits(Scope scope, Collection<String> ids) {
        Map<String, AlertHit> found = new HashMap<>();
        transactions
                .in(
                        scope,
                        handle -> handle.createQuery(AlertSql.HITS)
                                .bind("ids", ids.toArray(String[]::new))
                                .map(AlertRows.HIT)
                                .list())
                .forEach(hit -> found.put(hit.alert().id(), hit));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    /// The latest first.
    ///
    /// @throws IllegalArgumentException if the cursor is none
    public List<AlertHit> search(Scope scope, AlertQuery query) {
        Optional<TimeCursor> cursor = query.cursor().map(TimeCursor::parse);
        return transactions.in(
                scope,
                handle -> handle.createQuery(query.entityKeys().isEmpty() ? AlertSql.SEARCH : AlertSql.SEARCH_ABOUT)
                        .bind("keys", query.entityKeys().toArray(String[]::new))
                        .bind("from", query.from().orElse(null))
                        .bind("to", query.to().orElse(null))
                        .bind("pattern", query.text().map(AlertStore::pattern).orElse(null))
                        .bind("value", query.text().orElse(null))
                        .bind("case", query.caseId().orElse(null))
                        .bind("verdict", query.verdict().map(v -> v.wireName()).orElse(null))
                        .bind(
                                "severity",
                                query.leastSeverity().map(s -> s.ocsfId()).orElse(null))
                        .bind("cursorTime", cursor.map(TimeCursor::time).orElse(null))
                        .bind("cursorId", cursor.map(TimeCursor::id).orElse(null))
                        .bind("limit", query.limit())
                        .map(AlertRows.HIT)
                        .list());
    }

    /// Empty if there are no alerts.
    public Optional<TimeRange> timeRange(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(AlertSql.TIME_RANGE)
                        .map((rows, context) -> rows.getObject("first") == null
                                ? Optional.<TimeRange>empty()
                                : Optional.of(new TimeRange(Rows.instant(rows, "first"), Rows.instant(rows, "last"))))
                        .one());
    }

    public long count(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(AlertSql.COUNT).mapTo(Long.class).one());
    }

    /// Forgets the tenant's alerts and everything made of them: for scratch tenants.
    public void deleteAll(Scope scope) {
        transactions.in(scope, handle -> {
            AlertSql.DELETE_ALL.forEach(sql -> delete(handle, sql, scope));
            return true;
        });
    }

    private static void delete(Handle handle, String sql, Scope scope) {
        handle.createUpdate(sql).bind("tenant", scope.tenant()).execute();
    }

    private static void write(BinaryCopy copy, NewAlert row) throws java.io.IOException {
        Alert alert = row.alert();
        copy.text(alert.id())
                .text(alert.source())
                .text(alert.rule())
                .time(alert.time())
                .text(alert.title())
                .text(alert.message())
                .int2(alert.severity().ocsfId())
                .text(alert.status().name())
                .text(alert.outcome().name())
                .texts(alert.entities().stream().map(Entity::key).toList())
                .texts(alert.techniques())
                .text(row.fingerprint())
                .text(row.fingerprintText())
                .text(alert.raw())
                .texts(alert.lineage())
                .jsonb(Details.json(alert.details()))
                .texts(row.signs());
    }

    /// The words anywhere, taken literally.
    private static String pattern(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
