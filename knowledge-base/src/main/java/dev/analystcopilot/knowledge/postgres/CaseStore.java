package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/// Cases and what triage made of each alert. Only analysts of the tenant see or write them.
public final class CaseStore {
    private static final RowMapper<CaseRow> CASE = (rows, context) -> new CaseRow(
            rows.getString("id"),
            rows.getString("title"),
            rows.getDouble("score"),
            Verdict.ofWireName(rows.getString("disposition")),
            rows.getDouble("confidence"),
            Rows.instant(rows, "first_seen"),
            Rows.instant(rows, "last_seen"),
            rows.getLong("alert_count"),
            Rows.texts(rows, "entity_keys"),
            rows.getString("attention"),
            rows.getString("document"));

    private final ScopedTransactions transactions;

    CaseStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// Puts a triage run's outcome in the place of the former one, all at once: a reader sees either, never a mixture.
    ///
    /// @param alerts gone through once
    public void replaceAll(Scope scope, List<CaseRow> cases, Iterable<AlertTriageRow> alerts) {
        transactions.in(scope, handle -> {
            handle.execute(CaseSql.INCOMING_CASES);
            handle.execute(CaseSql.INCOMING_ALERTS);
            BinaryCopy.copy(handle, CaseSql.COPY_CASES, CaseSql.CASE_COLUMNS, cases, CaseStore::write);
            BinaryCopy.copy(handle, CaseSql.COPY_ALERTS, CaseSql.ALERT_COLUMNS, alerts, CaseStore::write);
            handle.createQuery(CaseSql.LOCK)
                    .bind("tenant", scope.tenant())
                    .mapTo(String.class)
                    .list();
            CaseSql.REPLACE.forEach(sql ->
                    handle.createUpdate(sql).bind("tenant", scope.tenant()).execute());
            return true;
        });
    }

    public Optional<CaseRow> find(Scope scope, String id) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(CaseSql.FIND)
                        .bind("id", id)
                        .map(CASE)
                        .findOne());
    }

    /// In the order of the ids; those that are not to be seen are left out.
    public List<CaseRow> find(Scope scope, Collection<String> ids) {
        Map<String, CaseRow> found = new HashMap<>();
        if (!ids.isEmpty()) {
            transactions
                    .in(
                            scope,
                            handle -> handle.createQuery(CaseSql.FIND_ALL)
                                    .bind("ids", ids.toArray(String[]::new))
                                    .map(CASE)
                                    .list())
                    .forEach(row -> found.put(row.id(), row));
        }
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    /// Cases without their documents, by descending score.
    ///
    /// @param from only cases that go on at this time or later
    /// @param to only cases that began before it
    /// @param text only cases whose document has this text
    public List<CaseOutline> outlines(
            Scope scope, Optional<Instant> from, Optional<Instant> to, Optional<String> text, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(CaseSql.OUTLINES)
                        .bind("from", from.orElse(null))
                        .bind("to", to.orElse(null))
                        .bind("text", text.orElse(null))
                        .bind("limit", limit)
                        .map((rows, context) -> new CaseOutline(
                                rows.getString("id"),
                                rows.getString("title"),
                                rows.getDouble("score"),
                                Verdict.ofWireName(rows.getString("disposition")),
                                Rows.instant(rows, "first_seen"),
                                Rows.instant(rows, "last_seen"),
                                rows.getLong("alert_count"),
                                Rows.texts(rows, "entity_keys")))
                        .list());
    }

    /// By descending score.
    public List<CaseRow> list(Scope scope, CaseQuery query) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(CaseSql.LIST)
                        .bind("dispositions", wireNames(query))
                        .bind("limit", query.limit())
                        .bind("offset", query.offset())
                        .map(CASE)
                        .list());
    }

    /// How many cases the query finds in all, whatever its limit.
    public long count(Scope scope, CaseQuery query) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(CaseSql.COUNT)
                        .bind("dispositions", wireNames(query))
                        .mapTo(Long.class)
                        .one());
    }

    /// The case's alerts, the earliest first.
    public List<AlertHit> alertsOf(Scope scope, String caseId) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(CaseSql.ALERTS_OF)
                        .bind("case", caseId)
                        .map(AlertRows.HIT)
                        .list());
    }

    /// What triage made of one alert; empty before the first triage.
    public Optional<AlertHit.Triage> triageOf(Scope scope, String alertId) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(CaseSql.TRIAGE_OF)
                        .bind("id", alertId)
                        .map((rows, context) -> new AlertHit.Triage(
                                Rows.optional(rows, "case_id"),
                                rows.getDouble("anomaly"),
                                Verdict.ofWireName(rows.getString("verdict")),
                                rows.getDouble("confidence")))
                        .findOne());
    }

    public CaseOverview overview(Scope scope) {
        return transactions.in(scope, handle -> {
            Map<Verdict, Long> byDisposition = new EnumMap<>(Verdict.class);
            handle.createQuery(CaseSql.BY_DISPOSITION)
                    .map((rows, context) ->
                            Map.entry(Verdict.ofWireName(rows.getString("disposition")), rows.getLong("cases")))
                    .forEach(entry -> byDisposition.put(entry.getKey(), entry.getValue()));
            long setAside =
                    handle.createQuery(CaseSql.SET_ASIDE).mapTo(Long.class).one();
            return new CaseOverview(Collections.unmodifiableMap(byDisposition), setAside);
        });
    }

    /// @param byDisposition how many cases have each disposition
    /// @param setAsideAlerts how many alerts need nobody, in a case or not
    public record CaseOverview(Map<Verdict, Long> byDisposition, long setAsideAlerts) {

        public CaseOverview {
            byDisposition = Map.copyOf(byDisposition);
        }

        public long cases() {
            return byDisposition.values().stream().mapToLong(Long::longValue).sum();
        }

        /// Those that are not set aside.
        public long shownCases() {
            return byDisposition.entrySet().stream()
                    .filter(entry -> !entry.getKey().setAside())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    private static String[] wireNames(CaseQuery query) {
        return (query.dispositions().isEmpty() ? List.of(Verdict.values()) : List.copyOf(query.dispositions()))
                .stream().map(Verdict::wireName).toArray(String[]::new);
    }

    private static void write(BinaryCopy copy, CaseRow row) throws IOException {
        copy.text(row.id())
                .text(row.title())
                .float8(row.score())
                .text(row.disposition().wireName())
                .float8(row.confidence())
                .time(row.firstSeen())
                .time(row.lastSeen())
                .int8(row.alertCount())
                .texts(row.entityKeys())
                .text(row.attention())
                .text(row.document());
    }

    private static void write(BinaryCopy copy, AlertTriageRow row) throws IOException {
        copy.text(row.alertId())
                .text(row.caseId())
                .float8(row.anomaly())
                .text(row.verdict().wireName())
                .float8(row.confidence());
    }
}
