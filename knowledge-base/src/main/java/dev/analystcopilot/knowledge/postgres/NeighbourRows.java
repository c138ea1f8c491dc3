package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Reach;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;

/// Rows of [NeighbourSql] as records.
final class NeighbourRows {
    static final RowMapper<Neighbour> NEIGHBOUR = (rows, context) -> {
        long alerts = rows.getLong("alerts");
        boolean known = rows.getBoolean("known");
        return new Neighbour(
                rows.getString("hash"),
                1 - rows.getDouble("distance"),
                AlertRows.HIT.map(rows, context),
                known ? alerts : Math.min(alerts, Neighbour.COUNTED),
                known || alerts <= Neighbour.COUNTED,
                Rows.instant(rows, "first_seen"),
                verdicts(rows));
    };

    private NeighbourRows() {}

    static List<Instant> instants(ResultSet rows, String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null
                ? List.of()
                : Stream.of((Timestamp[]) array.getArray())
                        .map(Timestamp::toInstant)
                        .toList();
    }

    /// They come as one array for each column.
    private static List<HumanVerdict> verdicts(ResultSet rows) throws SQLException {
        if (rows.getArray("ids") == null) {
            return List.of();
        }
        List<String> ids = Rows.texts(rows, "ids");
        List<String> subjects = Rows.texts(rows, "subjects");
        List<String> subjectIds = Rows.texts(rows, "subject_ids");
        List<String> fingerprints = Rows.texts(rows, "fingerprints");
        List<String> verdicts = Rows.texts(rows, "verdicts");
        List<String> reasons = Rows.texts(rows, "reasons");
        List<String> judges = Rows.texts(rows, "judges");
        Long[] moments = (Long[]) rows.getArray("moments").getArray();
        List<String> reaches = Rows.texts(rows, "reaches");
        List<String> about = Rows.texts(rows, "about");
        Long[] ends = (Long[]) rows.getArray("ends").getArray();
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new HumanVerdict(
                        ids.get(i),
                        Subject.ofWireName(subjects.get(i)),
                        subjectIds.get(i),
                        Optional.of(fingerprints.get(i)).filter(print -> !print.isEmpty()),
                        Verdict.ofWireName(verdicts.get(i)),
                        reasons.get(i),
                        judges.get(i),
                        Instant.EPOCH.plus(moments[i], ChronoUnit.MICROS),
                        Reach.ofWireName(reaches.get(i)),
                        Optional.of(about.get(i)).filter(key -> !key.isEmpty()),
                        Optional.ofNullable(ends[i]).map(end -> Instant.EPOCH.plus(end, ChronoUnit.MICROS)),
                        Optional.empty()))
                .toList();
    }
}
