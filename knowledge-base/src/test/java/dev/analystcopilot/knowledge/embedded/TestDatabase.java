package dev.analystcopilot.knowledge.embedded;

import dev.analystcopilot.knowledge.document.ClasspathFolder;
import dev.analystcopilot.knowledge.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// A fresh, migrated database for each test class, on a private PostgreSQL that all tests of the checkout share.
///
/// Either register it (`@RegisterExtension static final TestDatabase DB = new TestDatabase();`) and call
/// [#database()], or extend with it and take a [Database] or a [TestDatabase] as a parameter. Where PostgreSQL or
/// pgvector is missing the tests fail, saying so. Tag such tests `slow`.
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final String TEMPLATE_EXISTS = "SELECT 1 FROM pg_database WHERE datname = ?";
    private static final long TEMPLATE_LOCK = 7_243_118_205L;

    private @Nullable PrivatePostgres server;
    private @Nullable Database database;
    private String name = "";

    @Override
    public void beforeAll(ExtensionContext context) throws SQLException {
        // One more user for the whole run: the server stays up from the first class to the last.
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(TestDatabase.class))
                .computeIfAbsent("server", key -> acquire(), PrivatePostgres.class);
        server = acquire();
        name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection superuser = superuser()) {
            Bootstrap.database(superuser, name, template(superuser), server.secrets());
        }
        database = Database.open(address());
    }

    @Override
    public void afterAll(ExtensionContext context) throws SQLException {
        try {
            if (database != null) {
                database.close();
            }
            if (server != null) {
                try (Connection superuser = superuser()) {
                    Bootstrap.execute(superuser, "SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', ?)", name);
                }
            }
        } finally {
            if (server != null) {
                server.close();
            }
        }
    }

    public Database database() {
        if (database == null) {
            throw new IllegalStateException("the extension is not registered, or not as a static field");
        }
        return database;
    }

    /// This class's database, for tests that open it themselves or look at it as its owner.
    public DatabaseAddress address() {
        return new GivenPostgres(
                server().jdbcUrl(name),
                server().secrets().owner(),
                server().secrets().app());
    }

    private static PrivatePostgres acquire() {
        return PrivatePostgres.acquire(home(), Tuning.THROWAWAY);
    }

    /// The folder of the tests' server.
    static Path home() {
        return DataDirectory.of(System.getenv(), root()).resolve("test-pg");
    }

    private static Path root() {
        return Path.of(System.getProperty("copilot.root", ".."))
                .toAbsolutePath()
                .normalize();
    }

    private PrivatePostgres server() {
        if (server == null) {
            throw new IllegalStateException("the extension is not registered, or not as a static field");
        }
        return server;
    }

    private Connection superuser() {
        return Bootstrap.connect(
                server().jdbcUrl("postgres"), server().secrets().superuser());
    }

    /// A migrated database to copy, made once for each state of the migrations.
    private String template(Connection superuser) throws SQLException {
        String template = "template_" + migrationsHash();
        lock(superuser, "SELECT pg_advisory_lock(?)");
        try {
            if (!Bootstrap.exists(superuser, TEMPLATE_EXISTS, template)) {
                String unfinished = template + "_new";
                Bootstrap.execute(superuser, "SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', ?)", unfinished);
                Bootstrap.database(superuser, unfinished, "template0", server().secrets());
                fill(unfinished);
                Bootstrap.execute(
                        superuser, "SELECT format('ALTER DATABASE %I RENAME TO %I', ?, ?)", unfinished, template);
            }
        } finally {
            lock(superuser, "SELECT pg_advisory_unlock(?)");
        }
        return template;
    }

    private void fill(String template) throws SQLException {
        String url = server().jdbcUrl(template);
        try (Connection inDatabase = Bootstrap.connect(url, server().secrets().superuser())) {
            Bootstrap.extension(inDatabase);
        }
        Database.open(new GivenPostgres(
                        url, server().secrets().owner(), server().secrets().app()))
                .close();
    }

    private static void lock(Connection superuser, String sql) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(sql)) {
            statement.setLong(1, TEMPLATE_LOCK);
            statement.execute();
        }
    }

    private static String migrationsHash() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            ClasspathFolder.read("db/migration", ".sql")
                    .values()
                    .forEach(sql -> sha.update(sql.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Database.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Database.class ? database() : this;
    }
}
