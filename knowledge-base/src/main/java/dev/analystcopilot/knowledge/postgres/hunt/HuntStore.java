package dev.analystcopilot.knowledge.postgres.hunt;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOrder;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.hunt.HuntResult;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.hunt.HuntSql.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// Carries out hunts over stored alerts. Only analysts of the tenant see any. Thread-safe.
public final class HuntStore {
    /// How long one statement may take.
    public static final Duration LIMIT = Duration.ofSeconds(5);

    private static final int ENTITIES_SHOWN = 6;

    private final Patient patient;
    private final AlertStore alerts;

    public HuntStore(Database database) {
        this.patient = new Patient(database.transactions(), LIMIT);
        this.alerts = database.alerts();
    }

    /// @throws dev.analystcopilot.knowledge.hunt.HuntTimeoutException if it takes too long
    public HuntResult hunt(Scope scope, HuntQuery query) {
        return query.groupBy()
                .map(field -> grouped(scope, query, field))
                .orElseGet(() -> listed(scope, query, HuntOrder.NEWEST));
    }

    /// Lists alerts, whatever the query groups by.
    public HuntResult listed(Scope scope, HuntQuery query, HuntOrder order) {
        Page page = page(scope, query, order);
        return new HuntResult(
                query,
                page.total(),
                HuntResult.ALERTS,
                alerts.hits(scope, page.ids()).stream().map(HuntStore::row).toList());
    }

    /// @param total how many there are in all
    public record Page(long total, List<String> ids) {
        public Page {
            ids = List.copyOf(ids);
        }
    }

    public Page page(Scope scope, HuntQuery query, HuntOrder order) {
        return patient.read(
                scope,
                handle -> new Page(
                        total(handle, scope, query),
                        bound(handle, scope, HuntSql.ids(query, order))
                                .mapTo(String.class)
                                .list()));
    }

    /// How many alerts there are.
    public long total(Scope scope, HuntQuery query) {
        return patient.read(scope, handle -> total(handle, scope, query));
    }

    private HuntResult grouped(Scope scope, HuntQuery query, HuntField field) {
        return patient.read(
                scope,
                handle -> new HuntResult(
                        query,
                        total(handle, scope, query),
                        List.of(field.wireName(), "alerts", "first", "last"),
                        bound(handle, scope, HuntSql.groups(query, field))
                                .map((rows, context) -> group(rows, field))
                                .list()));
    }

    private static long total(Handle handle, Scope scope, HuntQuery query) {
        return bound(handle, scope, HuntSql.count(query)).mapTo(Long.class).one();
    }

    private static Query bound(Handle handle, Scope scope, Statement statement) {
        Query query = handle.createQuery(statement.sql()).bind("tenant", scope.tenant());
        statement.values().forEach((name, value) -> {
            var _ = query.bind(name, value);
        });
        return query;
    }

    private static List<String> group(ResultSet rows, HuntField field) throws SQLException {
        String value = rows.getString("value");
        boolean severity = field instanceof HuntField.Known known && known.name() == Name.SEVERITY;
        return List.of(
                severity ? severity(Severity.ofOcsf(Integer.parseInt(value))) : value,
                Long.toString(rows.getLong("alerts")),
                Rows.instant(rows, "first").toString(),
                Rows.instant(rows, "last").toString());
    }

    private static List<String> row(AlertHit hit) {
        StoredAlert alert = hit.alert();
        return List.of(
                alert.time().toString(),
                alert.id(),
                alert.title(),
                alert.rule(),
                alert.source(),
                severity(alert.severity()),
                alert.outcome().wireName(),
                alert.entities().stream().limit(ENTITIES_SHOWN).map(Entity::key).collect(Collectors.joining(", ")),
                hit.triage().map(triage -> triage.verdict().wireName()).orElse(""),
                hit.triage().flatMap(AlertHit.Triage::caseId).orElse(""));
    }

    private static String severity(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
