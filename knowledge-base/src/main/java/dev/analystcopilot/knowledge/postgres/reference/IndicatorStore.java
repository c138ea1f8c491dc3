package dev.analystcopilot.knowledge.postgres.reference;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Indicators of attack. Only analysts of the tenant see or write them.
public final class IndicatorStore {
    private static final int CHUNK = 5_000;
    private static final String LOCK = /* language=SQL */
            "SELECT 1 FROM pg_advisory_xact_lock(hashtext('indicator'), hashtext(:tenant))";
    private static final String HASHES = /* language=SQL */
            "SELECT key, hash, version FROM indicator WHERE tenant_id = :tenant AND origin = :origin";
    private static final String REMOVE = /* language=SQL */
            "DELETE FROM indicator WHERE tenant_id = :tenant AND origin = :origin AND key = ANY(:keys)";
    private static final String REMOVE_ORIGIN = /* language=SQL */
            "DELETE FROM indicator WHERE tenant_id = :tenant AND origin = :origin";
    private static final String ADD = /* language=SQL */ """
            INSERT INTO indicator (tenant_id, origin, key, name, source, confidence, labels, valid_from, valid_until, hash, version)
            VALUES (:tenant, :origin, :key, :name, :source, :confidence, :labels, :from, :until, :hash, :version)
            """;
    private static final String MATCHING = /* language=SQL */ """
            SELECT key, name, source, confidence, labels, valid_from, valid_until
            FROM indicator
            WHERE tenant_id = :tenant AND key = ANY(:keys)
              AND (valid_from IS NULL OR valid_from <= :at) AND (valid_until IS NULL OR valid_until > :at)
            ORDER BY confidence DESC, key, origin
            """;
    private static final String DURING = /* language=SQL */ """
            SELECT key, name, source, confidence, labels, valid_from, valid_until
            FROM indicator
            WHERE tenant_id = :tenant AND key = ANY(:keys)
              AND (valid_from IS NULL OR valid_from <= :to) AND (valid_until IS NULL OR valid_until > :from)
            ORDER BY confidence DESC, key, origin
            """;
    private static final String ANY = /* language=SQL */
            "SELECT EXISTS (SELECT 1 FROM indicator WHERE tenant_id = :tenant)";
    private static final RowMapper<Indicator> INDICATOR = (rows, context) -> new Indicator(
            Entity.ofKey(rows.getString("key")),
            rows.getString("name"),
            rows.getString("source"),
            rows.getInt("confidence"),
            Rows.texts(rows, "labels"),
            Rows.optionalInstant(rows, "valid_from"),
            Rows.optionalInstant(rows, "valid_until"));

    private final ScopedTransactions transactions;

    public IndicatorStore(Database database) {
        this.transactions = database.transactions();
    }

    /// Makes an origin hold exactly these indicators; of two for the same thing, the later one. All or nothing.
    public Change put(Scope scope, String origin, List<Indicator> indicators) {
        return put(scope, origin, indicators, true);
    }

    /// @param whole whether what is not in the list goes; if not, it stays as it is
    public Change put(Scope scope, String origin, List<Indicator> indicators, boolean whole) {
        String tenant = scope.tenant();
        List<Indicator> canonical =
                indicators.stream().map(IndicatorStore::canonical).toList();
        return transactions.in(scope, handle -> {
            var _ = handle.createQuery(LOCK)
                    .bind("tenant", tenant)
                    .mapTo(Integer.class)
                    .one();
            Map<String, OriginDiff.Stored> stored = OriginDiff.stored(
                    handle.createQuery(HASHES).bind("tenant", tenant).bind("origin", origin), "key");
            OriginDiff<Indicator> diff = OriginDiff.of(
                            stored, canonical, indicator -> indicator.entity().key())
                    .keeping(!whole);
            var gone = new ArrayList<>(diff.removed());
            diff.write().forEach(indicator -> gone.add(indicator.entity().key()));
            handle.createUpdate(REMOVE)
                    .bind("tenant", tenant)
                    .bind("origin", origin)
                    .bind("keys", gone.toArray(String[]::new))
                    .execute();
            for (int from = 0; from < diff.write().size(); from += CHUNK) {
                add(
                        handle,
                        tenant,
                        origin,
                        diff.write().subList(from, Math.min(diff.write().size(), from + CHUNK)),
                        id -> OriginDiff.nextVersion(stored, id));
            }
            return diff.change();
        });
    }

    private static Indicator canonical(Indicator indicator) {
        return new Indicator(
                LookupKeys.canonical(indicator.entity()),
                indicator.name(),
                indicator.source(),
                indicator.confidence(),
                indicator.labels(),
                indicator.validFrom(),
                indicator.validUntil());
    }

    private static void add(
            Handle handle, String tenant, String origin, List<Indicator> indicators, ToIntFunction<String> versions) {
        try (var rows = handle.prepareBatch(ADD)) {
            for (Indicator indicator : indicators) {
                rows.bind("tenant", tenant)
                        .bind("origin", origin)
                        .bind("key", indicator.entity().key())
                        .bind("name", indicator.name())
                        .bind("source", indicator.source())
                        .bind("confidence", indicator.confidence())
                        .bind("labels", indicator.labels().toArray(String[]::new))
                        .bind("from", indicator.validFrom().map(at -> at.atOffset(ZoneOffset.UTC)))
                        .bind("until", indicator.validUntil().map(at -> at.atOffset(ZoneOffset.UTC)))
                        .bind("hash", OriginDiff.hash(indicator))
                        .bind("version", versions.applyAsInt(indicator.entity().key()))
                        .add();
            }
            rows.execute();
        }
    }

    /// Takes away what an origin brought.
    ///
    /// @return how many indicators
    public int remove(Scope scope, String origin) {
        return transactions.in(
                scope,
                handle -> handle.createUpdate(REMOVE_ORIGIN)
                        .bind("tenant", scope.tenant())
                        .bind("origin", origin)
                        .execute());
    }

    /// What is known of entities at a moment, by [Entity#key], the surest first; those of which nothing is
    /// known are left out. An address is found by its networks, a URL and a sender by their domain, too.
    public Map<String, List<Indicator>> matching(Scope scope, Collection<Entity> entities, Instant at) {
        Map<String, List<String>> byKey = LookupKeys.entitiesByKey(entities);
        if (byKey.isEmpty()) {
            return Map.of();
        }
        List<Indicator> rows = transactions.in(
                scope,
                handle -> handle.createQuery(MATCHING)
                        .bind("tenant", scope.tenant())
                        .bind("keys", byKey.keySet().toArray(String[]::new))
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .map(INDICATOR)
                        .list());
        return byEntity(rows, byKey);
    }

    /// The indicators for entities that count at some moment of a span, as [#matching]: one statement for
    /// every few thousand keys, none but a look where the tenant has no indicators. Whether one counts at
    /// the moment that matters is the caller's to ask.
    public Map<String, List<Indicator>> during(Scope scope, Collection<Entity> entities, Instant from, Instant to) {
        if (entities.isEmpty() || !any(scope)) {
            return Map.of();
        }
        Map<String, List<String>> byKey = LookupKeys.entitiesByKey(entities);
        List<Indicator> rows = transactions.in(scope, handle -> {
            var found = new ArrayList<Indicator>();
            for (String[] keys : LookupKeys.chunks(byKey.keySet())) {
                handle.createQuery(DURING)
                        .bind("tenant", scope.tenant())
                        .bind("keys", keys)
                        .bind("from", from.atOffset(ZoneOffset.UTC))
                        .bind("to", to.atOffset(ZoneOffset.UTC))
                        .map(INDICATOR)
                        .forEach(found::add);
            }
            return found;
        });
        return byEntity(rows, byKey);
    }

    private boolean any(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(ANY)
                        .bind("tenant", scope.tenant())
                        .mapTo(Boolean.class)
                        .one());
    }

    private static Map<String, List<Indicator>> byEntity(List<Indicator> rows, Map<String, List<String>> byKey) {
        var found = new LinkedHashMap<String, List<Indicator>>();
        rows.forEach(indicator -> byKey.getOrDefault(indicator.entity().key(), List.of())
                .forEach(entity ->
                        found.computeIfAbsent(entity, e -> new ArrayList<>()).add(indicator)));
        return found;
    }

    /// As [#matching(Scope, Collection, Instant)], now.
    public Map<String, List<Indicator>> matching(Scope scope, Collection<Entity> entities) {
        return matching(scope, entities, Instant.now());
    }
}
