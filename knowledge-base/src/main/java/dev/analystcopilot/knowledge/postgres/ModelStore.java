package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.postgres.ModelRow.Status;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/// A tenant's own models in all their versions. Only analysts of the tenant see or write them. At most one of a kind is
/// active and one in shadow: a model that comes to either retires the one that was there, in the same transaction.
public final class ModelStore {
    private static final String ADD = /* language=SQL */ """
            INSERT INTO model (tenant_id, kind, version, made_at, status, bytes, card)
            VALUES (:tenant, :kind, :version, :madeAt, 'retired', :bytes, :card)
            ON CONFLICT (tenant_id, kind, version) DO NOTHING
            """;
    private static final String LIST = /* language=SQL */ """
            SELECT kind, version, made_at, status, card
            FROM model
            WHERE tenant_id = :tenant AND kind = :kind
            ORDER BY made_at DESC, version
            """;
    private static final String WITH_STATUS = /* language=SQL */ """
            SELECT kind, version, made_at, status, card
            FROM model
            WHERE tenant_id = :tenant AND kind = :kind AND status = :status
            """;
    private static final String BYTES = /* language=SQL */
            "SELECT bytes FROM model WHERE tenant_id = :tenant AND kind = :kind AND version = :version";
    private static final String EXISTS = /* language=SQL */ """
            SELECT EXISTS (SELECT FROM model WHERE tenant_id = :tenant AND kind = :kind AND version = :version)
            """;
    private static final String LOCK = /* language=SQL */
            "SELECT pg_advisory_xact_lock(hashtextextended('model ' || :tenant || ' ' || :kind, 0)) IS NULL";
    private static final String MAKE_ROOM = /* language=SQL */ """
            UPDATE model SET status = 'retired'
            WHERE tenant_id = :tenant AND kind = :kind AND status = :status AND version <> :version
            """;
    private static final String SET_STATUS = /* language=SQL */ """
            UPDATE model SET status = :status WHERE tenant_id = :tenant AND kind = :kind AND version = :version
            """;
    private static final RowMapper<ModelRow> MODEL = (rows, context) -> new ModelRow(
            rows.getString("kind"),
            rows.getString("version"),
            Rows.instant(rows, "made_at"),
            Status.ofWireName(rows.getString("status")),
            rows.getString("card"));

    private final ScopedTransactions transactions;

    ModelStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// Stores a model; one with this version that is stored already only takes the status.
    ///
    /// @return whether it is new
    public boolean add(Scope scope, ModelRow model, byte[] bytes) {
        return transactions.in(scope, handle -> {
            boolean added = handle.createUpdate(ADD)
                            .bind("tenant", scope.tenant())
                            .bind("kind", model.kind())
                            .bind("version", model.version())
                            .bind("madeAt", model.madeAt())
                            .bind("bytes", bytes)
                            .bind("card", model.card())
                            .execute()
                    > 0;
            setStatus(handle, scope, model.kind(), model.version(), model.status());
            return added;
        });
    }

    /// @return false if there is no such model
    public boolean setStatus(Scope scope, String kind, String version, Status status) {
        return transactions.in(scope, handle -> setStatus(handle, scope, kind, version, status));
    }

    private static boolean setStatus(Handle handle, Scope scope, String kind, String version, Status status) {
        handle.createQuery(LOCK)
                .bind("tenant", scope.tenant())
                .bind("kind", kind)
                .mapTo(Boolean.class)
                .one();
        if (status != Status.RETIRED && exists(handle, scope, kind, version)) {
            handle.createUpdate(MAKE_ROOM)
                    .bind("tenant", scope.tenant())
                    .bind("kind", kind)
                    .bind("version", version)
                    .bind("status", status.wireName())
                    .execute();
        }
        return handle.createUpdate(SET_STATUS)
                        .bind("tenant", scope.tenant())
                        .bind("kind", kind)
                        .bind("version", version)
                        .bind("status", status.wireName())
                        .execute()
                > 0;
    }

    private static boolean exists(Handle handle, Scope scope, String kind, String version) {
        return handle.createQuery(EXISTS)
                .bind("tenant", scope.tenant())
                .bind("kind", kind)
                .bind("version", version)
                .mapTo(Boolean.class)
                .one();
    }

    /// The one that decides, if the tenant has one of its own.
    public Optional<ModelRow> active(Scope scope, String kind) {
        return withStatus(scope, kind, Status.ACTIVE);
    }

    /// The one that is only compared with.
    public Optional<ModelRow> shadow(Scope scope, String kind) {
        return withStatus(scope, kind, Status.SHADOW);
    }

    private Optional<ModelRow> withStatus(Scope scope, String kind, Status status) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(WITH_STATUS)
                        .bind("tenant", scope.tenant())
                        .bind("kind", kind)
                        .bind("status", status.wireName())
                        .map(MODEL)
                        .findOne());
    }

    /// Every version of a kind, the latest first.
    public List<ModelRow> list(Scope scope, String kind) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(LIST)
                        .bind("tenant", scope.tenant())
                        .bind("kind", kind)
                        .map(MODEL)
                        .list());
    }

    public Optional<byte[]> bytes(Scope scope, String kind, String version) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(BYTES)
                        .bind("tenant", scope.tenant())
                        .bind("kind", kind)
                        .bind("version", version)
                        .mapTo(byte[].class)
                        .findOne());
    }
}
