package dev.analystcopilot.triage.model;

import dev.analystcopilot.knowledge.postgres.ModelRow;
import dev.analystcopilot.knowledge.postgres.ModelStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The model of one kind that is in use for each tenant: its own, or the one that ships with the product.
///
/// Models change while they are used. Whoever works with one holds a [Lease]; a new model serves those who come after,
/// and the former one is closed when the last lease on it ends. So no request is lost, and none sees two models.
/// Thread-safe.
///
/// @param <M> the opened model
public final class ModelRegistry<M> implements AutoCloseable {
    private final String kind;
    private final Function<ModelFile, M> opener;
    private final Consumer<M> closer;
    private final Map<String, Slot<M>> ofTenants = new ConcurrentHashMap<>();
    private final @Nullable Slot<M> shipped;

    /// @param kind    as the store names it
    /// @param opener  makes a model of its file
    /// @param closer  gives up what a model holds
    /// @param shipped for tenants without a model of their own; empty if there is none
    public ModelRegistry(String kind, Function<ModelFile, M> opener, Consumer<M> closer, Optional<ModelFile> shipped) {
        this.kind = kind;
        this.opener = opener;
        this.closer = closer;
        this.shipped = shipped.map(this::open).orElse(null);
    }

    /// A model in somebody's hands. It stays open until the lease is closed.
    public static final class Lease<M> implements AutoCloseable {
        private final Slot<M> slot;
        private boolean ended;

        private Lease(Slot<M> slot) {
            this.slot = slot;
        }

        public M model() {
            return slot.model;
        }

        public ModelFile file() {
            return slot.file;
        }

        @Override
        public void close() {
            if (!ended) {
                ended = true;
                slot.release();
            }
        }
    }

    /// The model for a tenant; empty if it has none and none ships. Close the lease when done.
    public Optional<Lease<M>> lease(String tenant) {
        while (true) {
            Slot<M> slot = ofTenants.get(tenant);
            if (slot == null) {
                slot = shipped;
            }
            if (slot == null) {
                return Optional.empty();
            }
            if (slot.acquire()) {
                return Optional.of(new Lease<>(slot));
            }
            if (slot == shipped) {
                throw new IllegalStateException("the registry of %s models is closed".formatted(kind));
            }
        }
    }

    /// Does something with the tenant's model, or with none.
    public <R> R use(String tenant, Function<Optional<M>, R> work) {
        Optional<Lease<M>> lease = lease(tenant);
        try {
            return work.apply(lease.map(Lease::model));
        } finally {
            lease.ifPresent(Lease::close);
        }
    }

    /// From now on this is the tenant's model. If it cannot be opened, the former one stays.
    public void put(String tenant, ModelFile file) {
        retire(ofTenants.put(tenant, open(file)));
    }

    /// From now on the tenant has the one that ships.
    public void remove(String tenant) {
        retire(ofTenants.remove(tenant));
    }

    /// Takes up what the store says is the tenant's active model.
    ///
    /// @return whether that changed anything
    public boolean refresh(ModelStore store, Scope scope) {
        Optional<ModelRow> active = store.active(scope, kind);
        Slot<M> current = ofTenants.get(scope.tenant());
        if (active.isEmpty()) {
            remove(scope.tenant());
            return current != null;
        }
        ModelRow row = active.get();
        if (current != null && current.file.version().equals(row.version())) {
            return false;
        }
        byte[] bytes = store.bytes(scope, kind, row.version())
                .orElseThrow(() -> new IllegalStateException(
                        "the %s model %s has gone while it was read".formatted(kind, row.version())));
        put(scope.tenant(), new ModelFile(bytes, row.card()));
        return true;
    }

    private Slot<M> open(ModelFile file) {
        return new Slot<>(file, opener.apply(file), closer);
    }

    private static <M> void retire(@Nullable Slot<M> former) {
        if (former != null) {
            former.release();
        }
    }

    /// Closes every model that nobody holds, the others when they are given back.
    @Override
    public void close() {
        ofTenants.keySet().forEach(this::remove);
        retire(shipped);
    }

    /// An opened model and how many hold it; the registry is the first holder.
    private static final class Slot<M> {
        private final ModelFile file;
        private final M model;
        private final Consumer<M> closer;
        private final AtomicInteger holders = new AtomicInteger(1);

        private Slot(ModelFile file, M model, Consumer<M> closer) {
            this.file = file;
            this.model = model;
            this.closer = closer;
        }

        /// False if the last holder has let go already.
        private boolean acquire() {
            return holders.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
        }

        private void release() {
            if (holders.decrementAndGet() == 0) {
                closer.accept(model);
            }
        }
    }
}
