package dev.analystcopilot.knowledge.postgres.hunt;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// What stored alerts tell of one entity. Only analysts of the tenant see any. Thread-safe.
public final class EntityStore {
    private static final int RULES = 12;
    private static final int SEVEREST = 3;
    private static final int MOST_BUCKETS = 24;
    private static final List<Duration> BUCKETS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(28));

    private final Patient patient;

    public EntityStore(Database database) {
        this.patient = new Patient(database.transactions(), HuntStore.LIMIT);
    }

    /// When it was seen first and last; empty if it was not.
    public Optional<TimeRange> span(Scope scope, Entity entity) {
        return patient.read(
                scope,
                handle -> new Asked(handle, scope, entity, Optional.empty(), Optional.empty())
                        .span()
                        .map(span -> new TimeRange(span.first(), span.last())));
    }

    /// Empty if it was not seen in the span of time.
    public Optional<Seen> timeline(Scope scope, Entity entity, Optional<Instant> from, Optional<Instant> to) {
        return patient.read(scope, handle -> {
            var asked = new Asked(handle, scope, entity, from, to);
            return asked.span().map(span -> {
                Duration bucket = bucket(span);
                return new Seen(
                        span.alerts(),
                        span.first(),
                        span.last(),
                        bucket,
                        asked.query(EntitySql.BUCKETS)
                                .bind("seconds", bucket.toSeconds())
                                .map((rows, context) -> new Seen.Bucket(
                                        Rows.instant(rows, "bucket"),
                                        rows.getLong("alerts"),
                                        Severity.ofOcsf(rows.getInt("severest"))))
                                .list(),
                        asked.query(EntitySql.RULES)
                                .bind("limit", RULES)
                                .map((rows, context) -> new Seen.RuleSeen(
                                        rows.getString("rule"),
                                        rows.getString("title"),
                                        rows.getLong("alerts"),
                                        Rows.instant(rows, "first"),
                                        Rows.instant(rows, "last"),
                                        Severity.ofOcsf(rows.getInt("severest"))))
                                .list(),
                        notable(asked));
            });
        });
    }

    private static List<String> notable(Asked asked) {
        return Stream.of(
                        asked.query(EntitySql.FIRST).mapTo(String.class).list(),
                        asked.query(EntitySql.SEVEREST)
                                .bind("limit", SEVEREST)
                                .mapTo(String.class)
                                .list(),
                        asked.query(EntitySql.LAST).mapTo(String.class).list())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static Duration bucket(Span span) {
        long seconds = Duration.between(span.first(), span.last()).toSeconds();
        return BUCKETS.stream()
                .filter(bucket -> seconds / bucket.toSeconds() < MOST_BUCKETS)
                .findFirst()
                .orElse(BUCKETS.getLast());
    }

    /// @param type of the others, such as `user`; all if empty
    public Company company(
            Scope scope,
            Entity entity,
            Optional<String> type,
            Optional<Instant> from,
            Optional<Instant> to,
            int limit) {
        return patient.read(scope, handle -> {
            var asked = new Asked(handle, scope, entity, from, to);
            List<Counted> found = asked.query(EntitySql.COMPANY)
                    .bind("since", (Instant) null)
                    .bind("prefix", type.map(t -> t + ":").orElse(null))
                    .bind("limit", limit)
                    .map((rows, context) -> new Counted(rows.getLong("total"), other(rows)))
                    .list();
            return new Company(
                    asked.span().map(Span::alerts).orElse(0L),
                    found.stream().findFirst().map(Counted::total).orElse(0L),
                    found.stream().map(Counted::other).toList());
        });
    }

    private static Company.Other other(ResultSet rows) throws SQLException {
        return new Company.Other(
                rows.getString("other"),
                rows.getLong("alerts"),
                Rows.instant(rows, "first"),
                Rows.instant(rows, "last"));
    }

    /// What was usual before a span of time, and what is new in it. Empty if the entity was not seen before its end.
    public Optional<Usual> usual(Scope scope, Entity entity, Instant from, Instant to, int limit) {
        return patient.read(scope, handle -> {
            var asked = new Asked(handle, scope, entity, Optional.empty(), Optional.of(to));
            return asked.span().map(span -> {
                List<Usual.RuleUse> rules = asked.query(EntitySql.RULE_USE)
                        .bind("since", from)
                        .bind("limit", limit)
                        .map((rows, context) -> new Usual.RuleUse(
                                rows.getString("rule"),
                                rows.getLong("before"),
                                rows.getLong("within"),
                                Rows.instant(rows, "first")))
                        .list();
                List<Company.Other> others = asked.query(EntitySql.NEW_COMPANY)
                        .bind("since", from)
                        .bind("prefix", (String) null)
                        .bind("limit", limit)
                        .map((rows, context) -> other(rows))
                        .list();
                return asked.query(EntitySql.USE)
                        .bind("since", from)
                        .map((rows, context) -> new Usual(
                                span.first(),
                                span.last(),
                                from,
                                to,
                                rows.getLong("before"),
                                rows.getLong("within"),
                                rows.getLong("days"),
                                rules,
                                others))
                        .one();
            });
        });
    }

    private record Counted(long total, Company.Other other) {}

    private record Span(long alerts, Instant first, Instant last) {}

    /// One question's transaction with what all its statements are bound to.
    private record Asked(Handle handle, Scope scope, Entity entity, Optional<Instant> from, Optional<Instant> to) {
        Query query(String sql) {
            return handle.createQuery(sql)
                    .bind("tenant", scope.tenant())
                    .bind("key", entity.key())
                    .bind("from", from.orElse(null))
                    .bind("to", to.orElse(null));
        }

        Optional<Span> span() {
            return query(EntitySql.SPAN)
                    .map((rows, context) -> rows.getLong("alerts") == 0
                            ? Optional.<Span>empty()
                            : Optional.of(new Span(
                                    rows.getLong("alerts"), Rows.instant(rows, "first"), Rows.instant(rows, "last"))))
                    .one();
        }
    }
}
