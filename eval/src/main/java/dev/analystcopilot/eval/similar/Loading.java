package dev.analystcopilot.eval.similar;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Puts a synthetic store into the product's, through the doors that the product uses itself.
///
/// @param alerts stored
/// @param fingerprints stored, each with its vector
/// @param indexed tenants that got an index of their own
record Loading(long alerts, long fingerprints, int indexed, Duration storing, Duration vectors, Duration indexing) {
    private static final int BATCH = 5_000;

    static Loading into(Database database, SyntheticStore store, Consumer<String> progress) {
        long alerts = 0;
        long fingerprints = 0;
        int indexed = 0;
        Duration storing = Duration.ZERO;
        Duration vectors = Duration.ZERO;
        Duration indexing = Duration.ZERO;
        for (int tenant = 0; tenant < store.tenants(); tenant++) {
            Scope scope = Scope.analyst(SyntheticStore.tenant(tenant));
            int prints = store.fingerprintsOf(tenant);
            for (int from = 0; from < prints; from += BATCH) {
                List<NewAlert> batch = new ArrayList<>();
                Map<String, Vector> made = new HashMap<>();
                for (int print = from; print < Math.min(prints, from + BATCH); print++) {
                    batch.addAll(store.alertsOf(tenant, print));
                    made.put(SyntheticStore.hash(tenant, print), store.vector(tenant, print));
                }
                Instant begin = Instant.now();
                alerts += database.alerts().insert(scope, batch).added();
                Instant stored = Instant.now();
                database.fingerprints().putVectors(scope, SyntheticStore.MODEL, made);
                storing = storing.plus(Duration.between(begin, stored));
                vectors = vectors.plus(Duration.between(stored, Instant.now()));
                fingerprints += made.size();
            }
            Instant begin = Instant.now();
            if (database.neighbours().index(scope, SyntheticStore.MODEL)) {
                indexed++;
                indexing = indexing.plus(Duration.between(begin, Instant.now()));
            }
            if (tenant % 100 == 0) {
                progress.accept("tenant %d: %,d alerts of %,d fingerprints".formatted(tenant, alerts, fingerprints));
            }
        }
        return new Loading(alerts, fingerprints, indexed, storing, vectors, indexing);
    }
}
