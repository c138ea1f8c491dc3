package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Reach;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Undone;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Rows of verdicts as records. For the stores here and in the packages below.
public final class VerdictRows {
    /// What [#verdict] reads, of a table called `v`.
    public static final String COLUMNS = """
             v.id, v.subject, v.subject_id, v.fingerprint, v.verdict, v.reason, v.judged_by, v.judged_at, v.reach,
             v.entity_key, v.expires_at, v.undone_at, v.undone_by
            """;

    private VerdictRows() {}

    public static HumanVerdict verdict(ResultSet rows) throws SQLException {
        String undoneBy = rows.getString("undone_by");
        return new HumanVerdict(
                rows.getString("id"),
                Subject.ofWireName(rows.getString("subject")),
                rows.getString("subject_id"),
                Rows.optional(rows, "fingerprint"),
                Verdict.ofWireName(rows.getString("verdict")),
                rows.getString("reason"),
                rows.getString("judged_by"),
                Rows.instant(rows, "judged_at"),
                Reach.ofWireName(rows.getString("reach")),
                Rows.optional(rows, "entity_key"),
                Rows.optionalInstant(rows, "expires_at"),
                Rows.optionalInstant(rows, "undone_at").map(at -> new Undone(at, undoneBy)));
    }
}
