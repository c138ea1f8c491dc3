package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Reads columns as the types that our records have.
final class Rows {

    private Rows() {}

    static Instant instant(ResultSet rows, String column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    static List<String> texts(ResultSet rows, String column) throws SQLException {
        return List.of((String[]) rows.getArray(column).getArray());
    }

    static List<Entity> entities(ResultSet rows, String column) throws SQLException {
        return texts(rows, column).stream().map(Entity::ofKey).toList();
    }

    static Optional<String> optional(ResultSet rows, String column) throws SQLException {
        return Optional.ofNullable(rows.getString(column));
    }
}
