package dev.analystcopilot.knowledge.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/// An empty database with pgvector for a measurement, on a private server beside the product's, tuned like it. Goes
/// when
/// it is closed; the server stops with its last user.
public final class ScratchDatabase implements AutoCloseable {
    private static final String DROP = /* language=SQL */ "SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', ?)";

    private final PrivatePostgres server;
    private final String name;

    private ScratchDatabase(PrivatePostgres server, String name) {
        this.server = server;
        this.name = name;
    }

    /// @param checkout the root folder of the installation
    /// @throws DatabaseUnavailableException with a remedy in its message
    public static ScratchDatabase create(Map<String, String> environment, Path checkout) {
        var server =
                PrivatePostgres.acquire(DataDirectory.of(environment, checkout).resolve("eval-pg"));
        var scratch = new ScratchDatabase(
                server, "scratch_" + UUID.randomUUID().toString().replace("-", ""));
        try {
            scratch.prepare();
            return scratch;
        } catch (SQLException e) {
            server.close();
            throw new DatabaseUnavailableException("No scratch database: " + e.getMessage(), e);
        }
    }

    /// The owner may do anything within the database; stays this object's to close.
    public DatabaseAddress address() {
        return new GivenPostgres(
                server.jdbcUrl(name), server.secrets().owner(), server.secrets().app());
    }

    private void prepare() throws SQLException {
        try (Connection superuser = superuser("postgres")) {
            Bootstrap.database(superuser, name, "template0", server.secrets());
        }
        try (Connection inDatabase = superuser(name)) {
            Bootstrap.extension(inDatabase);
        }
    }

    private Connection superuser(String database) {
        return Bootstrap.connect(server.jdbcUrl(database), server.secrets().superuser());
    }

    @Override
    public void close() {
        try (Connection superuser = superuser("postgres")) {
            Bootstrap.execute(superuser, DROP, name);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The scratch database %s stays: %s".formatted(name, e.getMessage()), e);
        } finally {
            server.close();
        }
    }
}
