package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;

/// What people judged, by the fingerprints that it was about, for many fingerprints at once. Verdicts that
/// were taken back are not seen; whether one is over is the caller's to ask, for the time of the alerts at
/// hand. Only analysts of the tenant see it.
public final class JudgedStore {
    private static final String SELECT = "SELECT" + VerdictRows.COLUMNS + /* language=SQL */ """
            , p.fingerprint AS print,
                   CASE WHEN p.severity > 0 THEN p.severity ELSE coalesce(a.severity, v.severity) END AS worst,
                   v.known || coalesce(a.entity_keys, '{}') AS named,
                   coalesce(a.time, v.happened_at, v.judged_at) AS happened
            FROM human_verdict_print p
            JOIN human_verdict v ON v.tenant_id = p.tenant_id AND v.id = p.verdict_id
            LEFT JOIN alert a ON a.tenant_id = v.tenant_id AND v.subject = 'alert' AND a.id = v.subject_id
            """;
    private static final String OF = SELECT + /* language=SQL */ """
            WHERE p.tenant_id = :tenant AND p.fingerprint = ANY(:fingerprints) AND v.undone_at IS NULL
            ORDER BY happened DESC, v.id, print
            """;
    private static final String LATEST = SELECT + /* language=SQL */ """
            WHERE p.tenant_id = :tenant AND v.undone_at IS NULL
            ORDER BY v.judged_at DESC, v.id, print
            LIMIT :limit
            """;
    private static final RowMapper<Judged> JUDGED = (rows, context) -> new Judged(
            VerdictRows.verdict(rows),
            rows.getString("print"),
            Severity.ofOcsf(rows.getInt("worst")),
            new HashSet<>(Rows.texts(rows, "named")),
            Rows.instant(rows, "happened"));

    private final ScopedTransactions transactions;

    public JudgedStore(Database database) {
        this.transactions = database.transactions();
    }

    /// A verdict for one of the fingerprints that it was about.
    ///
    /// @param severity the highest that was judged
    /// @param entityKeys what the judged alerts named, as far as it was kept
    /// @param happened when the judged alerts happened; when they were judged, where that was not kept
    public record Judged(
            HumanVerdict verdict, String fingerprint, Severity severity, Set<String> entityKeys, Instant happened) {
        public Judged {
            requireNonNull(verdict, "verdict");
            requireNonNull(severity, "severity");
            requireNonNull(happened, "happened");
            entityKeys = Set.copyOf(entityKeys);
        }
    }

    /// The latest alerts first.
    public List<Judged> of(Scope scope, Collection<String> fingerprints) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(OF)
                        .bind("tenant", scope.tenant())
                        .bind("fingerprints", fingerprints.toArray(String[]::new))
                        .map(JUDGED)
                        .list());
    }

    /// The latest verdicts first.
    public List<Judged> latest(Scope scope, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(LATEST)
                        .bind("tenant", scope.tenant())
                        .bind("limit", limit)
                        .map(JUDGED)
                        .list());
    }
}
