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
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// Facts with an expiry. Only analysts of the tenant see or write them.
public final class FactStore {
    private static final String LOCK = /* language=SQL */
            "SELECT 1 FROM pg_advisory_xact_lock(hashtext('fact'), hashtext(:tenant))";
    private static final String HASHES = /* language=SQL */
            "SELECT id, hash, version FROM fact WHERE tenant_id = :tenant AND (origin = :origin OR id = ANY(:ids))";
    private static final String REMOVE = /* language=SQL */
            "DELETE FROM fact WHERE tenant_id = :tenant AND id = ANY(:ids)";
    private static final String REMOVE_ORIGIN = /* language=SQL */
            "DELETE FROM fact WHERE tenant_id = :tenant AND origin = :origin";
    private static final String ADD = /* language=SQL */ """
            INSERT INTO fact (tenant_id, id, origin, kind, entity_keys, valid_from, valid_until, note, approved_by, hash, version)
            VALUES (:tenant, :id, :origin, :kind, :entities, :from, :until, :note, :approvedBy, :hash, :version)
            """;
    private static final String ADD_KEY = /* language=SQL */
            "INSERT INTO fact_entity (tenant_id, key, fact_id) VALUES (:tenant, :key, :id) ON CONFLICT DO NOTHING";
    private static final String MATCHING = /* language=SQL */ """
            SELECT e.key, f.id, f.kind, f.entity_keys, f.valid_from, f.valid_until, f.note, f.approved_by
            FROM fact_entity e
            JOIN fact f ON f.tenant_id = e.tenant_id AND f.id = e.fact_id
            WHERE e.tenant_id = :tenant AND e.key = ANY(:keys) AND f.valid_from <= :at AND f.valid_until > :at
            ORDER BY f.valid_until, f.id, e.key
            """;
    /// Facts are few, what a run of triage asks about is much: all of its time are read at once.
    private static final String DURING = /* language=SQL */ """
            SELECT e.key, f.id, f.kind, f.entity_keys, f.valid_from, f.valid_until, f.note, f.approved_by
            FROM fact f
            JOIN fact_entity e ON e.tenant_id = f.tenant_id AND e.fact_id = f.id
            WHERE f.tenant_id = :tenant AND f.valid_from <= :to AND f.valid_until > :from
            ORDER BY f.valid_until, f.id, e.key
            """;
    private static final String LIST = /* language=SQL */ """
            SELECT id, kind, entity_keys, valid_from, valid_until, note, approved_by
            FROM fact WHERE tenant_id = :tenant AND (:expired OR valid_until > :at) ORDER BY valid_until, id LIMIT :limit
            """;
    private static final RowMapper<Fact> FACT = (rows, context) -> new Fact(
            rows.getString("id"),
            Fact.Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
            Rows.entities(rows, "entity_keys"),
            Rows.instant(rows, "valid_from"),
            Rows.instant(rows, "valid_until"),
            rows.getString("note"),
            rows.getString("approved_by"));

    private final ScopedTransactions transactions;

    public FactStore(Database database) {
        this.transactions = database.transactions();
    }

    private record Found(String key, Fact fact) {}

    /// Makes an origin hold exactly these facts. All or nothing.
    public Change put(Scope scope, String origin, List<Fact> facts) {
        return put(scope, origin, facts, true);
    }

    /// @param whole whether what is not in the list goes; if not, it stays as it is
    public Change put(Scope scope, String origin, List<Fact> facts, boolean whole) {
        return write(scope, origin, facts, whole);
    }

    /// Adds a fact, or puts it in the place of the one with its id.
    public Change add(Scope scope, String origin, Fact fact) {
        return write(scope, origin, List.of(fact), false);
    }

    private Change write(Scope scope, String origin, List<Fact> facts, boolean whole) {
        String tenant = scope.tenant();
        List<Fact> canonical = facts.stream().map(FactStore::canonical).toList();
        return transactions.in(scope, handle -> {
            var _ = handle.createQuery(LOCK)
                    .bind("tenant", tenant)
                    .mapTo(Integer.class)
                    .one();
            Map<String, OriginDiff.Stored> stored = OriginDiff.stored(
                    handle.createQuery(HASHES)
                            .bind("tenant", tenant)
                            .bind("origin", whole ? origin : "")
                            .bind("ids", canonical.stream().map(Fact::id).toArray(String[]::new)),
                    "id");
            OriginDiff<Fact> diff = OriginDiff.of(stored, canonical, Fact::id);
            var gone = new ArrayList<>(diff.removed());
            diff.write().forEach(fact -> gone.add(fact.id()));
            handle.createUpdate(REMOVE)
                    .bind("tenant", tenant)
                    .bind("ids", gone.toArray(String[]::new))
                    .execute();
            add(handle, tenant, origin, diff.write(), id -> OriginDiff.nextVersion(stored, id));
            return diff.change();
        });
    }

    private static Fact canonical(Fact fact) {
        return new Fact(
                fact.id(),
                fact.kind(),
                fact.entities().stream().map(LookupKeys::canonical).toList(),
                fact.from(),
                fact.until(),
                fact.note(),
                fact.approvedBy());
    }

    private static void add(
            Handle handle, String tenant, String origin, List<Fact> facts, ToIntFunction<String> versions) {
        if (facts.isEmpty()) {
            return;
        }
        try (var rows = handle.prepareBatch(ADD);
                var keys = handle.prepareBatch(ADD_KEY)) {
            for (Fact fact : facts) {
                List<String> entities =
                        fact.entities().stream().map(Entity::key).toList();
                rows.bind("tenant", tenant)
                        .bind("id", fact.id())
                        .bind("origin", origin)
                        .bind("kind", fact.kind().wireName())
                        .bind("entities", entities.toArray(String[]::new))
                        .bind("from", fact.from().atOffset(ZoneOffset.UTC))
                        .bind("until", fact.until().atOffset(ZoneOffset.UTC))
                        .bind("note", fact.note())
                        .bind("approvedBy", fact.approvedBy())
                        .bind("hash", OriginDiff.hash(fact))
                        .bind("version", versions.applyAsInt(fact.id()))
                        .add();
                entities.forEach(key -> keys.bind("tenant", tenant)
                        .bind("key", key)
                        .bind("id", fact.id())
                        .add());
            }
            rows.execute();
            keys.execute();
        }
    }

    /// Takes away what an origin brought.
    ///
    /// @return how many facts
    public int remove(Scope scope, String origin) {
        return transactions.in(
                scope,
                handle -> handle.createUpdate(REMOVE_ORIGIN)
                        .bind("tenant", scope.tenant())
                        .bind("origin", origin)
                        .execute());
    }

    /// @return whether there was one
    public boolean removeOne(Scope scope, String id) {
        return transactions.in(
                        scope,
                        handle -> handle.createUpdate(REMOVE)
                                .bind("tenant", scope.tenant())
                                .bind("ids", new String[] {id})
                                .execute())
                > 0;
    }

    /// The facts that hold for entities at a moment, by [Entity#key], the one that ends first first; an
    /// address is found by its networks, too.
    public Map<String, List<Fact>> matching(Scope scope, Collection<Entity> entities, Instant at) {
        Map<String, List<String>> byKey = LookupKeys.entitiesByKey(entities);
        if (byKey.isEmpty()) {
            return Map.of();
        }
        List<Found> rows = transactions.in(
                scope,
                handle -> handle.createQuery(MATCHING)
                        .bind("tenant", scope.tenant())
                        .bind("keys", byKey.keySet().toArray(String[]::new))
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .map((row, context) -> new Found(row.getString("key"), FACT.map(row, context)))
                        .list());
        return byEntity(rows, byKey);
    }

    /// The facts about entities that hold at some moment of a span, as [#matching]; in one statement
    /// however many entities there are. Whether one holds at the moment that counts is the caller's to ask.
    public Map<String, List<Fact>> during(Scope scope, Collection<Entity> entities, Instant from, Instant to) {
        if (entities.isEmpty()) {
            return Map.of();
        }
        List<Found> rows = transactions.in(
                scope,
                handle -> handle.createQuery(DURING)
                        .bind("tenant", scope.tenant())
                        .bind("from", from.atOffset(ZoneOffset.UTC))
                        .bind("to", to.atOffset(ZoneOffset.UTC))
                        .map((row, context) -> new Found(row.getString("key"), FACT.map(row, context)))
                        .list());
        return rows.isEmpty() ? Map.of() : byEntity(rows, LookupKeys.entitiesByKey(entities));
    }

    private static Map<String, List<Fact>> byEntity(List<Found> rows, Map<String, List<String>> byKey) {
        var found = new LinkedHashMap<String, List<Fact>>();
        for (Found row : rows) {
            for (String entity : byKey.getOrDefault(row.key(), List.of())) {
                List<Fact> facts = found.computeIfAbsent(entity, e -> new ArrayList<>());
                if (!facts.contains(row.fact())) {
                    facts.add(row.fact());
                }
            }
        }
        return found;
    }

    /// The one that ends first first.
    ///
    /// @param expired whether those that hold no longer at the moment are listed, too
    public List<Fact> list(Scope scope, Instant at, boolean expired, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(LIST)
                        .bind("tenant", scope.tenant())
                        .bind("expired", expired)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .bind("limit", limit)
                        .map(FACT)
                        .list());
    }
}
