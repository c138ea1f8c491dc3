package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Reads columns as the types that our records have. For the stores here and in the packages below.
public final class Rows {

    private Rows() {}

    public static Instant instant(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static List<String> texts(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }

    public static Optional<Instant> optionalInstant(ResultSet rows, String column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public static List<Integer> integers(ResultSet rows, String column) throws SQLException {
        return List.of((Integer[]) rows.getArray(column).getArray());
    }

    public static List<Entity> entities(ResultSet rows, String column) throws SQLException {
        return texts(rows, column).stream().map(Entity::ofKey).toList();
    }

    public static Optional<String> optional(ResultSet rows, String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }
}
