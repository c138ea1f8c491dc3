package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/// Rows of alerts as records.
final class AlertRows {
    static final RowMapper<StoredAlert> STORED = (rows, context) -> stored(rows);
    static final RowMapper<AlertHit> HIT = (rows, context) -> new AlertHit(stored(rows), triage(rows));
    static final RowMapper<Alert> WHOLE = (rows, context) -> whole(rows);

    private AlertRows() {}

    private static StoredAlert stored(ResultSet rows) throws SQLException {
        return new StoredAlert(
                rows.getString("id"),
                Rows.instant(rows, "time"),
                rows.getString("source"),
                rows.getString("rule"),
                rows.getString("title"),
                Severity.ofOcsf(rows.getInt("severity")),
                Outcome.valueOf(rows.getString("outcome")),
                Rows.entities(rows, "entity_keys"),
                Rows.texts(rows, "techniques"),
                rows.getString("fingerprint"),
                Rows.texts(rows, "lineage"),
                Details.of(rows.getString("details")),
                Rows.texts(rows, "signs"));
    }

    private static Optional<AlertHit.Triage> triage(ResultSet rows) throws SQLException {
        return rows.getString("verdict") == null
                ? Optional.empty()
                : Optional.of(new AlertHit.Triage(
                        Rows.optional(rows, "case_id"),
                        rows.getDouble("anomaly"),
                        Verdict.ofWireName(rows.getString("verdict")),
                        rows.getDouble("confidence")));
    }

    private static Alert whole(ResultSet rows) throws SQLException {
        return new Alert(
                rows.getString("id"),
                rows.getString("source"),
                rows.getString("rule"),
                Rows.instant(rows, "time"),
                rows.getString("title"),
                rows.getString("message"),
                Severity.ofOcsf(rows.getInt("severity")),
                AlertStatus.valueOf(rows.getString("status")),
                Outcome.valueOf(rows.getString("outcome")),
                Rows.entities(rows, "entity_keys"),
                Rows.texts(rows, "techniques"),
                rows.getString("raw"),
                Rows.texts(rows, "lineage"),
                Details.of(rows.getString("details")));
    }
}
