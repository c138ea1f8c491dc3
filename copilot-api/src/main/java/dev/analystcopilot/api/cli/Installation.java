package dev.analystcopilot.api.cli;

import dev.analystcopilot.api.local.ServiceFiles;
import dev.analystcopilot.knowledge.embedded.DataDirectory;
import dev.analystcopilot.knowledge.embedded.DatabaseAddress;
import dev.analystcopilot.knowledge.postgres.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/// The installation that a command works on.
///
/// @param root the checkout
record Installation(Path root, Map<String, String> environment) {

    static Installation here() {
        String root = System.getProperty("copilot.root", "");
        return new Installation(Path.of(root).toAbsolutePath().normalize(), System.getenv());
    }

    Path data() {
        return DataDirectory.of(environment, root);
    }

    /// Whose alerts the service shows.
    String tenant() {
        return environment.getOrDefault("COPILOT_TENANT", "demo");
    }

    ServiceFiles files() {
        return new ServiceFiles(data());
    }

    /// Uses the database, starting it if it is not running, and lets go of it.
    <T> T withDatabase(Function<Database, T> work) {
        try (var address = DatabaseAddress.resolve(environment, root);
                var database = Database.open(address)) {
            return work.apply(database);
        }
    }
}
