package dev.analystcopilot.api.local;

import dev.analystcopilot.knowledge.embedded.DatabaseAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks now and then whether the private database lives, and starts it again where it died, as when the system ran out
/// of memory: it recovers by itself, and the pool connects again.
final class DatabaseWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final DatabaseAddress address;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("database-watch").daemon().unstarted(task));
    private String lastComplaint = "";

    DatabaseWatch(DatabaseAddress address) {
        this.address = address;
        var _ = clock.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (address.revive()) {
                LOG.warn("The private database had died; it was started again and has recovered");
            }
            lastComplaint = "";
        } catch (RuntimeException e) {
            String complaint = String.valueOf(e.getMessage());
            if (!complaint.equals(lastComplaint)) {
                LOG.error("The private database died and does not start again; trying on", e);
            }
            lastComplaint = complaint;
        }
    }

    /// What is under way is brought to its end by itself.
    @Override
    public void close() {
        clock.shutdown();
    }
}
