package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The statements of [NeighbourStore]. Each names the tenant although row-level security does so, too: only a value
/// that the planner sees lets it pick the tenant's partition and the tenant's own index.
final class NeighbourSql {
    /// Comes before a search in the same message: the server answers both in one round trip.
    static final String ENTER = /* language=SQL */ """
            SELECT set_config('app.tenant', :tenant, true), set_config('app.audience', :audience, true),
                   set_config('plan_cache_mode', :planning, true),
                   set_config('hnsw.iterative_scan', 'relaxed_order', true),
                   set_config('hnsw.ef_search', :ef, true), set_config('hnsw.max_scan_tuples', '20000', true),
                   set_config('enable_sort', :sort, true), set_config('enable_hashjoin', :sort, true),
                   set_config('enable_mergejoin', :sort, true), set_config('enable_bitmapscan', :sort, true);
            """;

    private static final String IN_SPAN = /* language=SQL */ """
             a.tenant_id = :tenant AND a.time >= :from AND a.time < :to
            """;
    private static final String PASSES = IN_SPAN + /* language=SQL */ """
                AND (CAST(:source AS text) IS NULL OR a.source = :source)
                AND (:anyEntity OR a.entity_keys && CAST(:keys AS text[]))
                AND (CAST(:alert AS text) IS NULL OR a.id <> :alert)
                AND (CAST(:case AS text) IS NULL
                     OR NOT EXISTS (SELECT 1 FROM alert_triage x
                                    WHERE x.tenant_id = :tenant AND x.alert_id = a.id AND x.case_id = :case))
            """;

    private static final String WANTED = /* language=SQL */ """
            WHERE v.tenant_id = :tenant AND v.model = :model AND v.last_seen >= :from AND v.first_seen < :to
            """;
    // A scalar subquery, not EXISTS, which the planner may answer by reading every alert of the tenant once.
    private static final String HAS_ALERT = " (SELECT true FROM alert a WHERE a.fingerprint = v.hash AND";
    // First and last time settle most: only a fingerprint seen before and after the span has its alerts looked at.
    private static final String SEEN_IN_SPAN =
            WANTED + " AND (v.last_seen < :to OR v.first_seen >= :from OR" + HAS_ALERT + IN_SPAN + " LIMIT 1))";
    private static final String SEEN = WANTED + " AND" + HAS_ALERT + PASSES + " LIMIT 1)";

    private static final String VECTORS = " FROM fingerprint_vector v ";
    private static final String GRAPH = /* language=SQL */ """
             FROM fingerprint_graph g
            JOIN fingerprint_vector v ON v.tenant_id = :tenant AND v.hash = g.hash AND v.model = :model
            """;
    private static final String VECTORS_ABOUT = /* language=SQL */ """
             FROM (SELECT DISTINCT e_a.fingerprint AS hash
                  FROM alert_entity e
                  JOIN alert e_a ON e_a.tenant_id = :tenant AND e_a.id = e.alert_id
                  WHERE e.tenant_id = :tenant AND e.entity_key = ANY(:keys) AND e.time >= :from AND e.time < :to) about
            JOIN fingerprint_vector v ON v.hash = about.hash
            """;

    // %1$s: what an alert has to pass; %2$s: whether the fingerprint's own count is right for that.
    private static final String TOLD = /* language=SQL */ """
            )
            SELECT n.hash, n.distance, f.first_seen,
                   CASE WHEN %2$s THEN f.alerts
                        ELSE (SELECT count(*)
                              FROM (SELECT 1 FROM alert a WHERE a.fingerprint = n.hash AND%1$s LIMIT :counted + 1) few)
                   END AS alerts,
                   %2$s AS known,
                   a.id, a.source, a.rule, a.time, a.title, a.severity, a.status, a.outcome, a.entity_keys,
                   a.techniques, a.fingerprint, a.lineage, a.details, a.signs, t.case_id, t.anomaly, t.verdict,
                   t.confidence,
                   h.ids, h.subjects, h.subject_ids, h.fingerprints, h.verdicts, h.reasons, h.judges, h.moments,
                   h.reaches, h.about, h.ends
            FROM near n
            JOIN fingerprint f ON f.tenant_id = :tenant AND f.hash = n.hash
            CROSS JOIN LATERAL (SELECT * FROM alert a WHERE a.fingerprint = n.hash AND%1$s
                                ORDER BY a.time DESC, a.id DESC
                                LIMIT 1) a
            LEFT JOIN alert_triage t ON t.tenant_id = :tenant AND t.alert_id = a.id
            LEFT JOIN LATERAL (
                SELECT array_agg(j.id) AS ids, array_agg(j.subject) AS subjects, array_agg(j.subject_id) AS subject_ids,
                       array_agg(coalesce(j.fingerprint, '')) AS fingerprints, array_agg(j.verdict) AS verdicts,
                       array_agg(j.reason) AS reasons, array_agg(j.judged_by) AS judges,
                       array_agg(CAST(extract(epoch FROM j.judged_at) * 1000000 AS bigint)) AS moments,
                       array_agg(j.reach) AS reaches, array_agg(coalesce(j.entity_key, '')) AS about,
                       array_agg(CAST(extract(epoch FROM j.expires_at) * 1000000 AS bigint)) AS ends
                FROM (SELECT *
                      FROM human_verdict b
                      WHERE b.tenant_id = :tenant
                        AND b.id IN (SELECT p.verdict_id FROM human_verdict_print p
                                     WHERE p.tenant_id = :tenant AND p.fingerprint = n.hash
                                     UNION ALL
                                     SELECT c.id FROM human_verdict c
                                     WHERE c.tenant_id = :tenant AND c.subject = 'case' AND c.subject_id = t.case_id)
                        AND b.undone_at IS NULL AND (b.expires_at IS NULL OR b.expires_at > now())
                      ORDER BY b.judged_at DESC, b.id
                      LIMIT 20) j) h ON true
            ORDER BY n.distance, n.hash
            """;
    private static final String TOLD_IN_SPAN = TOLD.formatted(IN_SPAN, "(f.first_seen >= :from AND f.last_seen < :to)");
    private static final String TOLD_OF_PASSING = TOLD.formatted(PASSES, "false");

    private static final Map<Shape, String> SEARCHES = Arrays.stream(SearchPlan.values())
            .flatMap(plan -> Arrays.stream(VectorColumn.values())
                    .flatMap(column -> Stream.of(true, false).map(byTime -> new Shape(plan, column, byTime))))
            .collect(Collectors.toUnmodifiableMap(Function.identity(), NeighbourSql::made));

    static final String COUNT_ABOUT = /* language=SQL */ """
            SELECT count(*)
            FROM (SELECT 1 FROM alert_entity e
                  WHERE e.tenant_id = :tenant AND e.entity_key = ANY(:keys) AND e.time >= :from AND e.time < :to
                  LIMIT :most) few
            """;
    static final String STATISTICS = /* language=SQL */ """
            SELECT (SELECT count(*) FROM fingerprint f WHERE f.tenant_id = :tenant) AS fingerprints,
                   (SELECT array_agg(i.model) FROM fingerprint_index i WHERE i.tenant_id = :tenant) AS indexed,
                   (SELECT percentile_disc(CAST(:shares AS double precision[])) WITHIN GROUP (ORDER BY f.last_seen)
                    FROM fingerprint f
                    WHERE f.tenant_id = :tenant AND f.last_seen > '-infinity') AS last_seen
            """;
    static final String COUNT_VECTORS = /* language=SQL */ """
            SELECT count(*)
            FROM (SELECT 1 FROM fingerprint_vector v WHERE v.tenant_id = :tenant AND v.model = :model LIMIT :most) few
            """;
    static final String INDEX = /* language=SQL */ "SELECT index_fingerprint_vectors(:model)";

    private NeighbourSql() {}

    /// What a search is made of.
    ///
    /// @param byTimeAlone no property of the alerts beyond their time decides
    private record Shape(SearchPlan plan, VectorColumn column, boolean byTimeAlone) {}

    static String search(SearchPlan plan, VectorColumn column, boolean byTimeAlone) {
        return requireNonNull(SEARCHES.get(new Shape(plan, column, byTimeAlone)));
    }

    private static String made(Shape shape) {
        String near = switch (shape.plan()) {
            case EXACT -> exact(shape, VECTORS);
            case ABOUT -> exact(shape, VECTORS_ABOUT);
            case HNSW -> hnsw(shape);
        };
        return ENTER + near + (shape.byTimeAlone() ? TOLD_IN_SPAN : TOLD_OF_PASSING);
    }

    /// A little out of order, hence the order outside.
    private static String hnsw(Shape shape) {
        String distance = "g.%s <=> CAST(:vector AS %s)"
                .formatted(shape.column().column(), shape.column().type());
        return "WITH near AS MATERIALIZED (SELECT g.hash, " + distance + " AS distance" + GRAPH + seen(shape)
                + " AND g.tenant_id = :tenant AND g.model = :model ORDER BY " + distance + " LIMIT :k";
    }

    /// Every vector that passes is compared: their table has no index of neighbours. The vector that is asked for is
    /// read in a subquery, once and not for each row.
    private static String exact(Shape shape, String vectors) {
        return "WITH near AS MATERIALIZED (SELECT v.hash, v.%s <=> (SELECT CAST(:vector AS %s)) AS distance"
                        .formatted(shape.column().column(), shape.column().type())
                + vectors + seen(shape) + " ORDER BY distance, v.hash LIMIT :k";
    }

    private static String seen(Shape shape) {
        return shape.byTimeAlone() ? SEEN_IN_SPAN : SEEN;
    }
}
