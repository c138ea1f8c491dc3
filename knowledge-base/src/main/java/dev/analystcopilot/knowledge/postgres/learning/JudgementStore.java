package dev.analystcopilot.knowledge.postgres.learning;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Undone;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import dev.analystcopilot.knowledge.postgres.learning.Basis.Print;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Verdicts with what they rest on; also those that were taken back. Only analysts of the tenant see or write them.
public final class JudgementStore {
    private final ScopedTransactions transactions;

    public JudgementStore(Database database) {
        this.transactions = database.transactions();
    }

    /// Keeps a verdict; one with this id that is kept already stays as it is.
    ///
    /// @return whether it is new
    public boolean add(Scope scope, Judgement judgement) {
        return transactions.in(scope, handle -> {
            boolean isNew = insert(handle, scope, judgement) > 0;
            if (isNew) {
                List<Print> prints = judgement.basis().prints();
                handle.createUpdate(JudgementSql.ADD_PRINTS)
                        .bind("tenant", scope.tenant())
                        .bind("id", judgement.verdict().id())
                        .bind("prints", prints.stream().map(Print::fingerprint).toArray(String[]::new))
                        .bind(
                                "severities",
                                prints.stream()
                                        .map(print -> print.severity().ocsfId())
                                        .toArray(Integer[]::new))
                        .bind("counts", prints.stream().map(Print::alerts).toArray(Long[]::new))
                        .execute();
            }
            return isNew;
        });
    }

    private static int insert(Handle handle, Scope scope, Judgement judgement) {
        HumanVerdict verdict = judgement.verdict();
        Basis basis = judgement.basis();
        Optional<Basis.Computed> computed = basis.computed();
        Optional<FeatureRow> features = computed.flatMap(Basis.Computed::features);
        return handle.createUpdate(JudgementSql.ADD)
                .bind("tenant", scope.tenant())
                .bind("id", verdict.id())
                .bind("subject", verdict.subject().wireName())
                .bind("subjectId", verdict.subjectId())
                .bind("fingerprint", verdict.fingerprint().orElse(null))
                .bind("verdict", verdict.verdict().wireName())
                .bind("reason", verdict.reason())
                .bind("by", verdict.by())
                .bind("at", verdict.at())
                .bind("reach", verdict.reach().wireName())
                .bind("entity", verdict.entityKey().orElse(null))
                .bind("expires", verdict.expiresAt().orElse(null))
                .bind("severity", basis.severity().ocsfId())
                .bind("known", basis.known().toArray(String[]::new))
                .bind("alerts", basis.alerts())
                .bind("happened", basis.happenedAt().orElse(null))
                .bind("computed", computed.map(c -> c.verdict().wireName()).orElse(null))
                .bind("confidence", computed.map(Basis.Computed::confidence).orElse(null))
                .bind("version", features.map(FeatureRow::version).orElse(null))
                .bind(
                        "features",
                        features.map(row -> row.values().toArray(Float[]::new)).orElse(null))
                .execute();
    }

    /// Takes a verdict back; one that is taken back already stays as it is.
    ///
    /// @return the verdict as it is afterwards; empty if there is none to be seen
    public Optional<Judgement> undo(Scope scope, String id, Undone undone) {
        return transactions.in(scope, handle -> {
            handle.createUpdate(JudgementSql.UNDO)
                    .bind("tenant", scope.tenant())
                    .bind("id", id)
                    .bind("at", undone.at())
                    .bind("by", undone.by())
                    .execute();
            return find(handle, scope, id);
        });
    }

    public Optional<Judgement> find(Scope scope, String id) {
        return transactions.in(scope, handle -> find(handle, scope, id));
    }

    private static Optional<Judgement> find(Handle handle, Scope scope, String id) {
        return handle.createQuery(JudgementSql.FIND)
                .bind("tenant", scope.tenant())
                .bind("id", id)
                .map(JudgementRows.JUDGEMENT)
                .findOne();
    }

    /// What was judged about a subject, and about everything of these fingerprints; taken back or not, the latest
    /// first.
    public List<Judgement> about(Scope scope, Subject subject, String id, List<String> prints, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(JudgementSql.ABOUT)
                        .bind("tenant", scope.tenant())
                        .bind("subject", subject.wireName())
                        .bind("subjectId", id)
                        .bind("prints", prints.toArray(String[]::new))
                        .bind("limit", limit)
                        .map(JudgementRows.JUDGEMENT)
                        .list());
    }

    /// The latest first, taken back or not.
    public List<Judgement> latest(Scope scope, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(JudgementSql.LATEST)
                        .bind("tenant", scope.tenant())
                        .bind("limit", limit)
                        .map(JudgementRows.JUDGEMENT)
                        .list());
    }

    /// All that were not taken back, in order of time; those that have expired, too.
    public List<Judgement> standing(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(JudgementSql.STANDING)
                        .bind("tenant", scope.tenant())
                        .map(JudgementRows.JUDGEMENT)
                        .list());
    }

    /// What a verdict on this alert would rest on, with its entities alone; empty if it is not to be seen.
    public Optional<Basis> ofAlert(Scope scope, String id) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(JudgementSql.OF_ALERT)
                        .bind("tenant", scope.tenant())
                        .bind("id", id)
                        .map(JudgementRows.ALERT)
                        .findOne());
    }

    /// What a verdict on this case would rest on; empty if it is not to be seen.
    public Optional<Basis> ofCase(Scope scope, String id) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(JudgementSql.OF_CASE)
                        .bind("tenant", scope.tenant())
                        .bind("id", id)
                        .map(JudgementRows.CASE)
                        .findOne()
                        .map(found -> withAlerts(handle, scope, id, found)));
    }

    private static Basis withAlerts(Handle handle, Scope scope, String id, Basis found) {
        List<Print> prints = handle.createQuery(JudgementSql.PRINTS_OF_CASE)
                .bind("tenant", scope.tenant())
                .bind("id", id)
                .map(JudgementRows.PRINT)
                .list();
        List<String> known = handle.createQuery(JudgementSql.ENTITIES_OF_CASE)
                .bind("tenant", scope.tenant())
                .bind("id", id)
                .bind("most", Basis.MOST_KNOWN)
                .mapTo(String.class)
                .list();
        Severity worst = prints.stream()
                .map(Print::severity)
                .max(java.util.Comparator.naturalOrder())
                .orElse(Severity.UNKNOWN);
        return new Basis(worst, known, prints, found.alerts(), found.happenedAt(), found.computed());
    }

    /// The newest alert of a fingerprint.
    public Optional<String> newestOf(Scope scope, String fingerprint) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(JudgementSql.NEWEST_OF_PRINT)
                        .bind("tenant", scope.tenant())
                        .bind("print", fingerprint)
                        .mapTo(String.class)
                        .findOne());
    }

    /// The same basis for a verdict on all alerts alike: their number and entities as they are stored now. Severities
    /// stay those of what was looked at.
    public Basis alike(Scope scope, Basis basis, Optional<String> entityKey) {
        String[] prints = basis.prints().stream().map(Print::fingerprint).toArray(String[]::new);
        return transactions.in(scope, handle -> {
            var counts = handle.createQuery(JudgementSql.PRINTS_ALIKE)
                    .bind("tenant", scope.tenant())
                    .bind("prints", prints)
                    .bind("entity", entityKey.orElse(null))
                    .reduceRows(new java.util.HashMap<String, Long>(), (map, row) -> {
                        map.put(row.getColumn("fingerprint", String.class), row.getColumn("alerts", Long.class));
                        return map;
                    });
            List<String> known = handle.createQuery(JudgementSql.ENTITIES_ALIKE)
                    .bind("tenant", scope.tenant())
                    .bind("prints", prints)
                    .bind("entity", entityKey.orElse(null))
                    .bind("most", Basis.MOST_KNOWN)
                    .mapTo(String.class)
                    .list();
            return new Basis(
                    basis.severity(),
                    known,
                    basis.prints().stream()
                            .map(print -> new Print(
                                    print.fingerprint(),
                                    print.severity(),
                                    counts.getOrDefault(print.fingerprint(), 0L)))
                            .toList(),
                    counts.values().stream().mapToLong(Long::longValue).sum(),
                    basis.happenedAt(),
                    basis.computed());
        });
    }
}
