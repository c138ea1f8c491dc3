package dev.analystcopilot.knowledge.postgres;

import java.time.Instant;
import java.util.List;

/// Where documents, machines, indicators and facts came from, with how much of each is there. Readers see what their
/// scope sees; what ships with the product is marked.
public final class OriginStore {
    private static final String LIST = /* language=SQL */ """
            SELECT d.tenant_id = 'shared' AND :tenant <> 'shared' AS shipped, d.origin AS name,
                   count(DISTINCT d.id) AS documents, count(p.id) AS passages,
                   count(p.id) FILTER (WHERE p.embed) AS to_embed,
                   count(p.id) FILTER (WHERE p.embed AND EXISTS (
                       SELECT 1 FROM passage_vector v
                       WHERE v.tenant_id = p.tenant_id AND v.passage_id = p.id)) AS embedded,
                   max(d.version) AS version, max(d.imported_at) AS imported_at
            FROM document d
            LEFT JOIN passage p ON p.tenant_id = d.tenant_id AND p.document_id = d.id
            GROUP BY 1, 2
            UNION ALL
            SELECT false, origin, count(*), 0, 0, 0, max(version), max(loaded_at) FROM asset GROUP BY origin
            UNION ALL
            SELECT false, origin, count(*), 0, 0, 0, max(version), max(loaded_at) FROM indicator GROUP BY origin
            UNION ALL
            SELECT false, origin, count(*), 0, 0, 0, max(version), max(loaded_at) FROM fact GROUP BY origin
            ORDER BY 1, 2
            """;

    private final ScopedTransactions transactions;

    public OriginStore(Database database) {
        this.transactions = database.transactions();
    }

    /// @param id `kind:name`
    /// @param shipped whether it came with the product, and cannot be removed
    /// @param documents or machines, indicators, facts
    /// @param toEmbed passages that are to be found by their meaning, too
    /// @param embedded of these, how many are
    /// @param version how often what changed most has changed
    public record Origin(
            String id,
            boolean shipped,
            long documents,
            long passages,
            long toEmbed,
            long embedded,
            int version,
            Instant importedAt) {

        /// What the files were imported as.
        public String kind() {
            int colon = id.indexOf(':');
            return colon < 0 ? id : id.substring(0, colon);
        }

        public String name() {
            return id.substring(id.indexOf(':') + 1);
        }
    }

    /// The tenant's own first, by name.
    public List<Origin> list(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(LIST)
                        .bind("tenant", scope.tenant())
                        .map((rows, context) -> new Origin(
                                rows.getString("name"),
                                rows.getBoolean("shipped"),
                                rows.getLong("documents"),
                                rows.getLong("passages"),
                                rows.getLong("to_embed"),
                                rows.getLong("embedded"),
                                rows.getInt("version"),
                                Rows.instant(rows, "imported_at")))
                        .list());
    }
}
