package dev.analystcopilot.knowledge.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;

/// What a superuser prepares before the owner migrates: the two roles, the database, the extension. Running it again
/// changes nothing.
final class Bootstrap {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final String ROLE_EXISTS = /* language=SQL */ "SELECT 1 FROM pg_roles WHERE rolname = ?";
    private static final String CREATE_ROLE = /* language=SQL */ """
            SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS PASSWORD %L', ?, ?)
            """;
    private static final String DATABASE_EXISTS = /* language=SQL */ "SELECT 1 FROM pg_database WHERE datname = ?";
    private static final String CREATE_DATABASE = /* language=SQL */
            "SELECT format('CREATE DATABASE %I OWNER %I TEMPLATE %I', ?, ?, ?)";
    private static final String CLOSE_DATABASE = /* language=SQL */
            "SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', ?)";
    private static final String OPEN_DATABASE = /* language=SQL */
            "SELECT format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', ?, ?)";
    private static final String EXTENSION = /* language=SQL */ "CREATE EXTENSION IF NOT EXISTS vector";

    private Bootstrap() {}

    /// A connection to a server that may still be recovering from a crash.
    static Connection connect(String jdbcUrl, Login login) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return DriverManager.getConnection(jdbcUrl, login.user(), login.password());
            } catch (SQLException e) {
                // 57P03: starting up, shutting down or recovering; 08001: not listening yet.
                boolean passing = "57P03".equals(e.getSQLState()) || "08001".equals(e.getSQLState());
                if (!passing || Instant.now().isAfter(deadline)) {
                    throw new DatabaseUnavailableException(
                            "No connection to PostgreSQL as %s: %s".formatted(login.user(), e.getMessage()), e);
                }
                pause();
            }
        }
    }

    static void role(Connection superuser, Login login) throws SQLException {
        if (!exists(superuser, ROLE_EXISTS, login.user())) {
            execute(superuser, CREATE_ROLE, login.user(), login.password());
        }
    }

    static void database(Connection superuser, String name, String template, Secrets secrets) throws SQLException {
        if (!exists(superuser, DATABASE_EXISTS, name)) {
            execute(superuser, CREATE_DATABASE, name, secrets.owner().user(), template);
        }
        execute(superuser, CLOSE_DATABASE, name);
        execute(superuser, OPEN_DATABASE, name, secrets.app().user());
    }

    static void extension(Connection inDatabase) throws SQLException {
        try (Statement statement = inDatabase.createStatement()) {
            statement.execute(EXTENSION);
        }
    }

    static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// Runs a statement that takes no parameters, made by the server's own quoting: `query` selects its text.
    static void execute(Connection connection, String query, String... values) throws SQLException {
        String ddl;
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                ddl = rows.getString(1);
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(ddl);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
