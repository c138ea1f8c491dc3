package dev.analystcopilot.knowledge.postgres;

import com.pgvector.PGvector;
import dev.analystcopilot.embeddings.text.Vector;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The columns that vectors are kept in: an index needs one fixed dimension.
enum VectorColumn {
    D384(384),
    D512(512);

    // Under a filter (the tenant's, a kind's) plain HNSW returns too few rows: it goes on until there are enough.
    // Whoever
    // asks for the index has counted; PostgreSQL's own guess would rather compare all rows of a kind and sort them.
    private static final String SEARCH_ON = /* language=SQL */ """
            SELECT set_config('hnsw.iterative_scan', 'strict_order', true), set_config('hnsw.ef_search', '100', true),
                   set_config('enable_sort', 'off', true)
            """;
    private static final String COMPARE_ALL = /* language=SQL */ "SELECT set_config('enable_indexscan', 'off', true)";

    private final int dimension;

    VectorColumn(int dimension) {
        this.dimension = dimension;
    }

    static VectorColumn of(Vector vector) {
        for (VectorColumn column : values()) {
            if (column.dimension == vector.dimension()) {
                return column;
            }
        }
        throw new IllegalArgumentException("no column for vectors of " + vector.dimension() + " dimensions");
    }

    /// Its name.
    String column() {
        return "v" + dimension;
    }

    String type() {
        return "halfvec(%d)".formatted(dimension);
    }

    /// The vector if this is its column.
    @Nullable
    Vector valueOrNull(Vector vector) {
        return of(vector) == this ? vector : null;
    }

    /// Exact (every row compared, which is fast for some ten thousand) or through the index; for this transaction.
    static void prepareSearch(Handle handle, boolean exact) {
        handle.createQuery(exact ? COMPARE_ALL : SEARCH_ON).mapTo(String.class).one();
    }

    /// `[0.1,0.2,…]`, which PostgreSQL reads as a vector of either kind.
    static String text(Vector vector) {
        return new PGvector(vector.toArray()).getValue();
    }

    static Vector parse(String text) {
        try {
            return Vector.of(new PGvector(text).toArray());
        } catch (SQLException e) {
            throw new IllegalStateException("the database returned no vector", e);
        }
    }
}
