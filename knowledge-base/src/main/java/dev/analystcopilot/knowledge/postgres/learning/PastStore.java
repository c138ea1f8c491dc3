package dev.analystcopilot.knowledge.postgres.learning;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.ScopedTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be learnt from: verdicts beside what triage had said, what cases looked like, and what repeated. Only
/// analysts of the tenant see or write it.
public final class PastStore {
    private final ScopedTransactions transactions;

    public PastStore(Database database) {
        this.transactions = database.transactions();
    }

    /// The latest verdict on a thing, beside what triage had said of it.
    public record Label(Subject subject, Verdict verdict, Verdict computed, double confidence) {}

    /// @param verdicts how many of this kind stand
    public record Count(Subject subject, Verdict verdict, long verdicts) {}

    /// A judged case as triage saw it then.
    public record JudgedRow(String caseId, Instant happenedAt, Verdict verdict, FeatureRow row) {}

    public List<Label> labels(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PastSql.LABELS)
                        .bind("tenant", scope.tenant())
                        .map((rows, context) -> new Label(
                                Subject.ofWireName(rows.getString("subject")),
                                Verdict.ofWireName(rows.getString("verdict")),
                                Verdict.ofWireName(rows.getString("computed")),
                                rows.getDouble("computed_confidence")))
                        .list());
    }

    public List<Count> counts(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PastSql.COUNTS)
                        .bind("tenant", scope.tenant())
                        .map((rows, context) -> new Count(
                                Subject.ofWireName(rows.getString("subject")),
                                Verdict.ofWireName(rows.getString("verdict")),
                                rows.getLong("verdicts")))
                        .list());
    }

    /// @param version of the features
    public List<JudgedRow> judgedRows(Scope scope, String version) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PastSql.ROWS)
                        .bind("tenant", scope.tenant())
                        .bind("version", version)
                        .map((rows, context) -> new JudgedRow(
                                rows.getString("subject_id"),
                                Rows.instant(rows, "happened_at"),
                                Verdict.ofWireName(rows.getString("verdict")),
                                JudgementRows.features(rows, "model_version").orElseThrow()))
                        .list());
    }

    /// Puts what the cases of a run looked like in the place of what those of the run before did.
    public void putFeatures(Scope scope, Map<String, FeatureRow> ofCases) {
        transactions.in(scope, handle -> {
            handle.createUpdate(PastSql.CLEAR_FEATURES)
                    .bind("tenant", scope.tenant())
                    .execute();
            if (ofCases.isEmpty()) {
                return 0;
            }
            var batch = handle.prepareBatch(PastSql.PUT_FEATURES);
            ofCases.forEach((id, row) -> batch.bind("tenant", scope.tenant())
                    .bind("case", id)
                    .bind("version", row.version())
                    .bind("features", row.values().toArray(Float[]::new))
                    .add());
            return batch.execute().length;
        });
    }

    /// What the cases of the latest run looked like.
    public Map<String, FeatureRow> features(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PastSql.FEATURES)
                        .bind("tenant", scope.tenant())
                        .map((rows, context) -> Map.entry(
                                rows.getString("case_id"),
                                JudgementRows.features(rows, "version").orElseThrow()))
                        .reduce(new LinkedHashMap<String, FeatureRow>(), (map, entry) -> {
                            map.put(entry.getKey(), entry.getValue());
                            return map;
                        }));
    }

    /// Fingerprints that people judged harmless at least once, alone and with each host, over the time before the
    /// latest alert.
    public List<Combo> combos(Scope scope, Duration before) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PastSql.COMBOS)
                        .bind("tenant", scope.tenant())
                        .bind("days", (int) before.toDays())
                        .map((rows, context) -> new Combo(
                                rows.getString("fingerprint"),
                                rows.getInt("every_host") == 1 ? Optional.empty() : Optional.of(rows.getString("host")),
                                rows.getString("source"),
                                rows.getString("rule"),
                                rows.getString("title"),
                                Severity.ofOcsf(rows.getInt("severity")),
                                Severity.ofOcsf(rows.getInt("worst")),
                                rows.getLong("alerts"),
                                rows.getLong("harmless"),
                                rows.getLong("false_positives"),
                                rows.getLong("attacks"),
                                rows.getLong("computed_attacks"),
                                rows.getInt("verdicts"),
                                rows.getInt("attack_verdicts"),
                                rows.getInt("hosts")))
                        .list());
    }
}
