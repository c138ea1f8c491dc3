package dev.analystcopilot.knowledge.embedded;

import java.nio.file.Path;
import java.util.Map;

/// Where the database is, and the two roles that use it: the owner, which migrates, and the application's role, which
/// owns nothing and is bound by row-level security. Closing it lets go of the private server, if it is one.
public sealed interface DatabaseAddress extends AutoCloseable permits PrivatePostgres, GivenPostgres {

    /// Names the server with this environment variable: `postgresql://user:password@host:port/database`.
    String URL_VARIABLE = "COPILOT_DATABASE_URL";

    /// `jdbc:postgresql://host:port/database`, without credentials.
    String jdbcUrl();

    Login owner();

    Login app();

    /// Starts the server again if it has died and is ours to start. Costs a look at a file while it lives. May block.
    ///
    /// @return whether it was started
    /// @throws DatabaseUnavailableException if it does not start
    boolean revive();

    @Override
    void close();

    /// The server that `COPILOT_DATABASE_URL` names, else the private one of this checkout, started if need be.
    ///
    /// @param checkout the root folder of the installation
    /// @throws DatabaseUnavailableException with a remedy in its message
    static DatabaseAddress resolve(Map<String, String> environment, Path checkout) {
        String url = environment.getOrDefault(URL_VARIABLE, "").strip();
        return url.isEmpty()
                ? PrivatePostgres.acquire(
                        DataDirectory.of(environment, checkout).resolve("pg"))
                : GivenPostgres.connect(url, environment);
    }
}
