package dev.analystcopilot.knowledge.postgres.reference;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// The machines of a tenant. Only its analysts see or write them.
public final class AssetStore {
    private static final String LOCK = /* language=SQL */
            "SELECT 1 FROM pg_advisory_xact_lock(hashtext('asset'), hashtext(:tenant))";
    private static final String HASHES = /* language=SQL */ """
            SELECT host, hash, version FROM asset WHERE tenant_id = :tenant AND (origin = :origin OR host = ANY(:hosts))
            """;
    private static final String TAKEN_OVER = /* language=SQL */
            "UPDATE asset SET origin = :origin WHERE tenant_id = :tenant AND host = ANY(:hosts) AND origin <> :origin";
    private static final String REMOVE = /* language=SQL */
            "DELETE FROM asset WHERE tenant_id = :tenant AND host = ANY(:hosts)";
    private static final String REMOVE_ORIGIN = /* language=SQL */
            "DELETE FROM asset WHERE tenant_id = :tenant AND origin = :origin";
    private static final String ADD = /* language=SQL */ """
            INSERT INTO asset (tenant_id, host, origin, owner, role, criticality, exposure, addresses, open_ports,
                               software, versions, hash, version)
            VALUES (:tenant, :host, :origin, :owner, :role, :criticality, :exposure, :addresses, :ports,
                    :software, :versions, :hash, :version)
            """;
    private static final String ADD_KEY = /* language=SQL */
            "INSERT INTO asset_key (tenant_id, key, host) VALUES (:tenant, :key, :host) ON CONFLICT DO NOTHING";
    private static final String COLUMNS = /* language=SQL */
            "a.host, a.owner, a.role, a.criticality, a.exposure, a.addresses, a.open_ports, a.software, a.versions";
    private static final String MATCHING = "SELECT k.key, " + COLUMNS + /* language=SQL */ """
             FROM asset_key k JOIN asset a ON a.tenant_id = k.tenant_id AND a.host = k.host
            WHERE k.tenant_id = :tenant AND k.key = ANY(:keys)
            ORDER BY a.host, k.key
            """;
    private static final String LIST = "SELECT " + COLUMNS + /* language=SQL */ """
             FROM asset a WHERE a.tenant_id = :tenant AND a.host > :after ORDER BY a.host LIMIT :limit
            """;
    private static final String SOFTWARE = /* language=SQL */ """
            SELECT DISTINCT key FROM asset_key WHERE tenant_id = :tenant AND key >= 'software:' AND key < 'software;'
            """;
    private static final RowMapper<Asset> ASSET = (rows, context) -> {
        List<String> names = Rows.texts(rows, "software");
        List<String> versions = Rows.texts(rows, "versions");
        return new Asset(
                rows.getString("host"),
                Rows.texts(rows, "addresses"),
                rows.getString("owner"),
                rows.getString("role"),
                Asset.Criticality.valueOf(rows.getString("criticality").toUpperCase(Locale.ROOT)),
                IntStream.range(0, names.size())
                        .mapToObj(i -> new Asset.Software(names.get(i), versions.get(i)))
                        .toList(),
                Rows.integers(rows, "open_ports"),
                Asset.Exposure.valueOf(rows.getString("exposure").toUpperCase(Locale.ROOT)));
    };

    private final ScopedTransactions transactions;

    public AssetStore(Database database) {
        this.transactions = database.transactions();
    }

    private record Found(String key, Asset asset) {}

    /// Makes an origin hold exactly these machines. A machine that another origin brought is the last
    /// one's. All or nothing.
    public Change put(Scope scope, String origin, List<Asset> assets) {
        return put(scope, origin, assets, true);
    }

    /// @param whole whether what is not in the list goes; if not, it stays as it is
    public Change put(Scope scope, String origin, List<Asset> assets, boolean whole) {
        String tenant = scope.tenant();
        String[] hosts = assets.stream().map(Asset::host).distinct().toArray(String[]::new);
        return transactions.in(scope, handle -> {
            var _ = handle.createQuery(LOCK)
                    .bind("tenant", tenant)
                    .mapTo(Integer.class)
                    .one();
            Map<String, OriginDiff.Stored> stored = OriginDiff.stored(
                    handle.createQuery(HASHES)
                            .bind("tenant", tenant)
                            .bind("origin", origin)
                            .bind("hosts", hosts),
                    "host");
            OriginDiff<Asset> diff = OriginDiff.of(stored, assets, Asset::host).keeping(!whole);
            var gone = new ArrayList<>(diff.removed());
            diff.write().forEach(asset -> gone.add(asset.host()));
            handle.createUpdate(REMOVE)
                    .bind("tenant", tenant)
                    .bind("hosts", gone.toArray(String[]::new))
                    .execute();
            handle.createUpdate(TAKEN_OVER)
                    .bind("tenant", tenant)
                    .bind("origin", origin)
                    .bind("hosts", hosts)
                    .execute();
            add(handle, tenant, origin, diff.write(), id -> OriginDiff.nextVersion(stored, id));
            return diff.change();
        });
    }

    private static void add(
            Handle handle, String tenant, String origin, List<Asset> assets, ToIntFunction<String> versions) {
        if (assets.isEmpty()) {
            return;
        }
        try (var rows = handle.prepareBatch(ADD);
                var keys = handle.prepareBatch(ADD_KEY)) {
            for (Asset asset : assets) {
                rows.bind("tenant", tenant)
                        .bind("host", asset.host())
                        .bind("origin", origin)
                        .bind("owner", asset.owner())
                        .bind("role", asset.role())
                        .bind("criticality", asset.criticality().wireName())
                        .bind("exposure", asset.exposure().wireName())
                        .bind("addresses", asset.addresses().toArray(String[]::new))
                        .bind("ports", asset.openPorts().toArray(Integer[]::new))
                        .bind(
                                "software",
                                asset.software().stream()
                                        .map(Asset.Software::name)
                                        .toArray(String[]::new))
                        .bind(
                                "versions",
                                asset.software().stream()
                                        .map(Asset.Software::version)
                                        .toArray(String[]::new))
                        .bind("hash", OriginDiff.hash(asset))
                        .bind("version", versions.applyAsInt(asset.host()))
                        .add();
                asset.keys()
                        .forEach(key -> keys.bind("tenant", tenant)
                                .bind("key", key)
                                .bind("host", asset.host())
                                .add());
            }
            rows.execute();
            keys.execute();
        }
    }

    /// Takes away what an origin brought.
    ///
    /// @return how many machines
    public int remove(Scope scope, String origin) {
        return transactions.in(
                scope,
                handle -> handle.createUpdate(REMOVE_ORIGIN)
                        .bind("tenant", scope.tenant())
                        .bind("origin", origin)
                        .execute());
    }

    /// The machines that entities are or are on, by [Entity#key]; those without one are left out.
    public Map<String, List<Asset>> matching(Scope scope, Collection<Entity> entities) {
        Map<String, List<String>> byKey = LookupKeys.entitiesByKey(entities);
        var found = new LinkedHashMap<String, LinkedHashSet<Asset>>();
        found(scope, byKey.keySet())
                .forEach(row -> byKey.getOrDefault(row.key(), List.of())
                        .forEach(entity -> found.computeIfAbsent(entity, e -> new LinkedHashSet<>())
                                .add(row.asset())));
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> List.copyOf(entry.getValue()), (a, b) -> a, LinkedHashMap::new));
    }

    /// By its name, full or without the domain, or by an address.
    public Optional<Asset> find(Scope scope, String hostOrAddress) {
        var entities = List.<Entity>of(new Entity.Host(hostOrAddress), new Entity.Ip(hostOrAddress));
        return matching(scope, entities).values().stream().flatMap(List::stream).findFirst();
    }

    /// In the order of their names, from behind one on.
    public List<Asset> list(Scope scope, String after, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(LIST)
                        .bind("tenant", scope.tenant())
                        .bind("after", after)
                        .bind("limit", limit)
                        .map(ASSET)
                        .list());
    }

    /// The machines that run a product, told by the words of its name: who is hit by a vulnerability.
    /// Versions are not compared: lists of exploited vulnerabilities do not say them.
    public List<Asset> exposedTo(Scope scope, String vendor, String product) {
        List<String> keys = transactions.in(
                scope,
                handle -> handle.createQuery(SOFTWARE)
                        .bind("tenant", scope.tenant())
                        .mapTo(String.class)
                        .list());
        List<String> named = keys.stream()
                .filter(key -> SoftwareNames.names(key, vendor, product))
                .toList();
        return found(scope, named).stream().map(Found::asset).distinct().toList();
    }

    private List<Found> found(Scope scope, Collection<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return transactions.in(scope, handle -> {
            var found = new ArrayList<Found>();
            for (String[] chunk : LookupKeys.chunks(keys)) {
                handle.createQuery(MATCHING)
                        .bind("tenant", scope.tenant())
                        .bind("keys", chunk)
                        .map((rows, context) -> new Found(rows.getString("key"), ASSET.map(rows, context)))
                        .forEach(found::add);
            }
            return found;
        });
    }
}
