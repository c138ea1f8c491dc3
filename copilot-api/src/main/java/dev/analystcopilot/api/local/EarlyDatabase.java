package dev.analystcopilot.api.local;

import dev.analystcopilot.knowledge.embedded.DatabaseAddress;
import dev.analystcopilot.knowledge.postgres.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

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
                return new Opened(Database.open(address), new DatabaseWatch(address)::close, address::close);
            } catch (RuntimeException e) {
                address.close();
                throw e;
            }
        });
    }

    /// A database whose address somebody else holds and closes.
    public static EarlyDatabase at(DatabaseAddress address) {
        return new EarlyDatabase(() -> new Opened(Database.open(address), () -> {}, () -> {}));
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
        opening.join().close();
    }

    /// @param watch ends first, so that it does not bring back what is being stopped
    private record Opened(Database database, Closing watch, Closing address) {
        void close() {
            watch.close();
            try {
                database.close();
            } finally {
                address.close();
            }
        }
    }

    private interface Closing {
        void close();
    }
}
