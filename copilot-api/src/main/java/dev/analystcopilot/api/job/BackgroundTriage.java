package dev.analystcopilot.api.job;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Triages a tenant again after new alerts came in: once for many deliveries in a row, one tenant at a time.
public final class BackgroundTriage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTriage.class);

    private final TenantTriage triage;
    private final Duration delay;
    private final Map<String, TriageState> states = new ConcurrentHashMap<>();
    private final Map<String, Long> wanted = new ConcurrentHashMap<>();
    private final ReentrantLock running = new ReentrantLock();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("triage").daemon().factory());

    /// @param delay how long to wait for more after a delivery
    public BackgroundTriage(TenantTriage triage, Duration delay) {
        this.triage = triage;
        this.delay = delay;
    }

    /// Asks for a triage soon; asking again before it begins puts it off a little.
    public void request(String tenant) {
        long ticket = System.nanoTime();
        wanted.put(tenant, ticket);
        states.putIfAbsent(tenant, TriageState.IDLE);
        try {
            var _ = worker.schedule(() -> runIfLatest(tenant, ticket), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.info("The service is stopping: {} is triaged after the next start", tenant);
        }
    }

    /// Triages now, on the caller's thread, and covers requests made before.
    public void runNow(String tenant, TenantTriage.Progress progress) {
        // One after the other: a run that read the store earlier must not overwrite one that read it later.
        running.lock();
        try {
            wanted.remove(tenant);
            states.put(tenant, new TriageState(true, 0, "starting"));
            triage.run(tenant, (stage, fraction) -> {
                states.put(tenant, new TriageState(true, fraction, stage));
                progress.at(stage, fraction);
            });
        } finally {
            states.put(tenant, TriageState.IDLE);
            running.unlock();
        }
    }

    /// Something else is under way for this tenant, such as the loading of the demo.
    void report(String tenant, TriageState state) {
        states.put(tenant, state);
    }

    public TriageState state(String tenant) {
        return states.getOrDefault(tenant, TriageState.IDLE);
    }

    private void runIfLatest(String tenant, long ticket) {
        if (!wanted.remove(tenant, ticket)) {
            return;
        }
        try {
            runNow(tenant, (stage, fraction) -> {});
        } catch (RuntimeException e) {
            LOG.error("The triage of {} failed; the next delivery tries again", tenant, e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
