package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Fingerprints of alerts and their vectors, one for each model; [NeighbourStore] finds the
/// near ones. Only analysts of the tenant see or write them.
public final class FingerprintStore {
    private final ScopedTransactions transactions;

    FingerprintStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// The hashes of stored fingerprints that this model has not seen.
    public Set<String> withoutVector(Scope scope, String model) {
        return textsWithoutVector(scope, model).keySet();
    }

    /// The same with their texts, by hash: what is to be embedded.
    public Map<String, String> textsWithoutVector(Scope scope, String model) {
        return transactions.in(scope, handle -> {
            Map<String, String> texts = new LinkedHashMap<>();
            handle.createQuery(FingerprintSql.WITHOUT_VECTOR)
                    .bind("model", model)
                    .map((rows, context) -> Map.entry(rows.getString("hash"), rows.getString("body")))
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
            return texts;
        });
    }

    /// Keeps vectors by hash; one that is kept already stays as it is. Vectors are stored in half precision.
    public void putVectors(Scope scope, String model, Map<String, Vector> vectors) {
        if (vectors.isEmpty()) {
            return;
        }
        transactions.in(scope, handle -> {
            handle.execute(FingerprintSql.INCOMING);
            BinaryCopy.copy(
                    handle,
                    FingerprintSql.COPY_INCOMING,
                    3,
                    vectors.entrySet(),
                    (copy, row) -> copy.text(row.getKey())
                            .halfvec(VectorColumn.D384.valueOrNull(row.getValue()))
                            .halfvec(VectorColumn.D512.valueOrNull(row.getValue())));
            handle.createQuery(FingerprintSql.LOCK_GRAPH)
                    .bind("tenant", scope.tenant())
                    .bind("model", model)
                    .mapTo(String.class)
                    .one();
            handle.createQuery(FingerprintSql.LOCK_FINGERPRINTS)
                    .bind("tenant", scope.tenant())
                    .mapTo(Long.class)
                    .one();
            return handle.createQuery(FingerprintSql.ADD_INCOMING)
                    .bind("tenant", scope.tenant())
                    .bind("model", model)
                    .mapTo(Long.class)
                    .one();
        });
    }

    /// Vectors by hash; those that are not stored are left out.
    public Map<String, Vector> vectors(Scope scope, String model, Collection<String> hashes) {
        return transactions.in(
                scope,
                handle -> handle
                        .createQuery(FingerprintSql.VECTORS)
                        .bind("model", model)
                        .bind("hashes", hashes.toArray(String[]::new))
                        .map((rows, context) ->
                                Map.entry(rows.getString("hash"), VectorColumn.parse(rows.getString("vector"))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
