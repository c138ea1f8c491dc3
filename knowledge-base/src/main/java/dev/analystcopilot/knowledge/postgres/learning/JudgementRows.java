package dev.analystcopilot.knowledge.postgres.learning;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.Rows;
import dev.analystcopilot.knowledge.postgres.VerdictRows;
import dev.analystcopilot.knowledge.postgres.learning.Basis.Computed;
import dev.analystcopilot.knowledge.postgres.learning.Basis.Print;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.mapper.RowMapper;

/// Rows of [JudgementSql] as records.
final class JudgementRows {
    static final RowMapper<Judgement> JUDGEMENT =
            (rows, context) -> new Judgement(VerdictRows.verdict(rows), basis(rows));
    static final RowMapper<Print> PRINT = (rows, context) ->
            new Print(rows.getString("fingerprint"), Severity.ofOcsf(rows.getInt("severity")), rows.getLong("alerts"));
    static final RowMapper<Basis> ALERT = (rows, context) -> {
        Severity severity = Severity.ofOcsf(rows.getInt("severity"));
        return new Basis(
                severity,
                Rows.texts(rows, "entity_keys"),
                List.of(new Print(rows.getString("fingerprint"), severity, 1)),
                1,
                Rows.optionalInstant(rows, "time"),
                computed(rows, "verdict", "confidence", Optional.empty()));
    };
    /// Without its alerts.
    static final RowMapper<Basis> CASE = (rows, context) -> new Basis(
            Severity.UNKNOWN,
            List.of(),
            List.of(),
            rows.getLong("alert_count"),
            Rows.optionalInstant(rows, "last_seen"),
            computed(rows, "disposition", "confidence", features(rows, "version")));

    private JudgementRows() {}

    private static Basis basis(ResultSet rows) throws SQLException {
        return new Basis(
                Severity.ofOcsf(rows.getInt("severity")),
                Rows.texts(rows, "known"),
                prints(rows),
                rows.getLong("alerts"),
                Rows.optionalInstant(rows, "happened_at"),
                computed(rows, "computed", "computed_confidence", features(rows, "model_version")));
    }

    private static List<Print> prints(ResultSet rows) throws SQLException {
        if (rows.getArray("prints") == null) {
            return List.of();
        }
        List<String> prints = Rows.texts(rows, "prints");
        List<Integer> severities = Rows.integers(rows, "print_severities");
        Long[] alerts = (Long[]) rows.getArray("print_alerts").getArray();
        return IntStream.range(0, prints.size())
                .mapToObj(i -> new Print(prints.get(i), Severity.ofOcsf(severities.get(i)), alerts[i]))
                .toList();
    }

    private static Optional<Computed> computed(
            ResultSet rows, String verdict, String confidence, Optional<FeatureRow> features) throws SQLException {
        return rows.getString(verdict) == null
                ? Optional.empty()
                : Optional.of(new Computed(
                        Verdict.ofWireName(rows.getString(verdict)), rows.getDouble(confidence), features));
    }

    static Optional<FeatureRow> features(ResultSet rows, String version) throws SQLException {
        return rows.getString(version) == null
                ? Optional.empty()
                : Optional.of(new FeatureRow(rows.getString(version), List.of((Float[])
                        rows.getArray("features").getArray())));
    }
}
