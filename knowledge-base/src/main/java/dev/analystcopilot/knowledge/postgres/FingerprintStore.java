package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Fingerprints of alerts and their vectors, one for each model. Only analysts of the tenant see or write them.
public final class FingerprintStore {
    private static final int EXACT_UP_TO = 20_000;

    private final ScopedTransactions transactions;

    FingerprintStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// A stored fingerprint that is close to what was asked for.
    ///
    /// @param cosine of the angle between the two vectors
    public record Neighbour(String hash, double cosine) {}

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
            return handle.createUpdate(FingerprintSql.ADD_INCOMING)
                    .bind("tenant", scope.tenant())
                    .bind("model", model)
                    .execute();
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

    /// The `k` closest by cosine, the closest first. Few vectors are all compared; many are searched through the HNSW
    /// index, which may miss one now and then.
    public List<Neighbour> nearest(Scope scope, String model, Vector vector, int k) {
        VectorColumn column = VectorColumn.of(vector);
        return transactions.in(scope, handle -> {
            long stored = handle.createQuery(FingerprintSql.COUNT_VECTORS)
                    .bind("model", model)
                    .mapTo(Long.class)
                    .one();
            VectorColumn.prepareSearch(handle, stored <= EXACT_UP_TO);
            return handle.createQuery(
                            switch (column) {
                                case D384 -> FingerprintSql.NEAREST_384;
                                case D512 -> FingerprintSql.NEAREST_512;
                            })
                    .bind("model", model)
                    .bind("vector", VectorColumn.text(vector))
                    .bind("k", k)
                    .map((rows, context) -> new Neighbour(rows.getString("hash"), rows.getDouble("cosine")))
                    .list();
        });
    }
}
