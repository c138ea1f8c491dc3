package dev.analystcopilot.api.local;

import dev.analystcopilot.knowledge.embedded.DatabaseAddress;
import dev.analystcopilot.knowledge.postgres.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The database, opened on a thread of its own while the rest of the service is still being put together: starting a
/// server and bringing its schema up to date takes about as long as everything else.
public final class EarlyDatabase implements AutoCloseable {
    private final CompletableFuture<Opened> opening;

    private EarlyDatabase(Supplier<Opened> work) {
        this.opening = CompletableFuture.supplyAsync(
                work, task -> Thread.ofPlatform().name("database").daemon().start(task));
    }

    /// The database of an installation.
    public static EarlyDatabase of(Map<String, String> environment, Path root) {
        return new EarlyDatabase(() -> {
            DatabaseAddress address =
                    DatabaseAddress.resolve(environment, root.toAbsolutePath().normalize());
            try {
                return new Opened(address, Database.open(address));
            } catch (RuntimeException e) {
                address.close();
                throw e;
            }
        });
    }

    /// A database whose address somebody else holds and closes.
    public static EarlyDatabase at(DatabaseAddress address) {
        return new EarlyDatabase(() -> new Opened(null, Database.open(address)));
    }

    /// Waits for it.
    ///
    /// @throws dev.analystcopilot.knowledge.embedded.DatabaseUnavailableException with a remedy in its message
    public Database database() {
        try {
            return opening.join().database();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        if (opening.isCompletedExceptionally()) {
            return;
        }
        try (Opened opened = opening.join()) {
            opened.database().close();
        }
    }

    private record Opened(@Nullable DatabaseAddress address, Database database) implements AutoCloseable {
        @Override
        public void close() {
            if (address != null) {
                address.close();
            }
        }
    }
}
