package dev.analystcopilot.knowledge.embedded;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A server that somebody else runs, named by `COPILOT_DATABASE_URL`. The login in that address owns the schema. The
/// application's role is `copilot_app`, made on first use if the login may make roles; `COPILOT_DATABASE_APP_USER` and
/// `COPILOT_DATABASE_APP_PASSWORD` name another.
record GivenPostgres(String jdbcUrl, Login owner, Login app) implements DatabaseAddress {
    static final String APP_USER_VARIABLE = "COPILOT_DATABASE_APP_USER";
    static final String APP_PASSWORD_VARIABLE = "COPILOT_DATABASE_APP_PASSWORD";
    private static final String HAS_VECTOR = /* language=SQL */ "SELECT 1 FROM pg_extension WHERE extname = ?";
    private static final String ROLE_IS_BOUND = /* language=SQL */
            "SELECT 1 FROM pg_roles WHERE rolname = ? AND rolcanlogin AND NOT rolsuper AND NOT rolbypassrls";
    private static final String OPEN_DATABASE = /* language=SQL */
            "SELECT format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), ?)";

    static GivenPostgres connect(String url, Map<String, String> environment) {
        GivenPostgres address = parse(url, environment);
        try (Connection connection = Bootstrap.connect(address.jdbcUrl, address.owner)) {
            address.prepare(connection);
            return address;
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The server of %s could not be prepared: %s".formatted(URL_VARIABLE, e.getMessage()), e);
        }
    }

    static GivenPostgres parse(String url, Map<String, String> environment) {
        URI uri = uri(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        String credentials = uri.getRawUserInfo();
        if (uri.getHost() == null || uri.getPath().length() < 2 || credentials == null) {
            throw new DatabaseUnavailableException(
                    URL_VARIABLE + " must read postgresql://user:password@host:port/database");
        }
        int colon = credentials.indexOf(':');
        var owner = new Login(
                decoded(colon < 0 ? credentials : credentials.substring(0, colon)),
                decoded(colon < 0 ? "" : credentials.substring(colon + 1)));
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        String jdbcUrl = "jdbc:postgresql://%s:%d%s%s".formatted(uri.getHost(), port, uri.getRawPath(), query);
        String appUser = environment.getOrDefault(APP_USER_VARIABLE, Secrets.APP);
        String given = environment.getOrDefault(APP_PASSWORD_VARIABLE, "");
        String appPassword = given.isEmpty() ? derived(owner, uri.getPath()) : given;
        return new GivenPostgres(jdbcUrl, owner, new Login(appUser, appPassword));
    }

    @Override
    public boolean revive() {
        return false; // Not ours to start.
    }

    @Override
    public void close() {
        // Not ours to stop.
    }

    private void prepare(Connection connection) throws SQLException {
        if (!Bootstrap.exists(connection, HAS_VECTOR, "vector")) {
            try {
                Bootstrap.extension(connection);
            } catch (SQLException e) {
                throw new DatabaseUnavailableException(
                        "The server of %s lacks the vector extension, and %s may not create it: install pgvector there and run CREATE EXTENSION vector as a superuser (%s)"
                                .formatted(URL_VARIABLE, owner.user(), e.getMessage()),
                        e);
            }
        }
        try {
            Bootstrap.role(connection, app);
            Bootstrap.execute(connection, OPEN_DATABASE, app.user());
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The role %s does not exist on the server of %s, and %s may not create it: create it with LOGIN and NOBYPASSRLS, and name it with %s and %s (%s)"
                            .formatted(
                                    app.user(),
                                    URL_VARIABLE,
                                    owner.user(),
                                    APP_USER_VARIABLE,
                                    APP_PASSWORD_VARIABLE,
                                    e.getMessage()),
                    e);
        }
        if (!Bootstrap.exists(connection, ROLE_IS_BOUND, app.user())) {
            throw new DatabaseUnavailableException(
                    "The role %s must be able to log in, and must neither be a superuser nor bypass row-level security"
                            .formatted(app.user()));
        }
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            // Without the cause: its message holds the address, and that holds the password.
            throw new DatabaseUnavailableException(
                    URL_VARIABLE + " is not an address: encode special characters with %");
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// The same on every machine that knows the owner's password, so nothing has to be kept or shared.
    private static String derived(Login owner, String database) {
        if (owner.password().isEmpty()) {
            throw new DatabaseUnavailableException("%s has no password to derive the application's from: set %s"
                    .formatted(URL_VARIABLE, APP_PASSWORD_VARIABLE));
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(owner.password().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] digest = mac.doFinal((Secrets.APP + database).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "GivenPostgres[" + jdbcUrl + ", " + owner + "]";
    }
}
