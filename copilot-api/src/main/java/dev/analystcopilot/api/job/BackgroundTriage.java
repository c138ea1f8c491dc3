package dev.analystcopilot.api.job;

import dev.analystcopilot.knowledge.postgres.JobStore;
import dev.analystcopilot.knowledge.postgres.JobStore.Job;
import dev.analystcopilot.knowledge.postgres.JobStore.State;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Triages a tenant again after new alerts came in: once for many deliveries in a row, one tenant at a time. A request
/// is written down first, so that one which a crash cut short is made good after the next start.
public final class BackgroundTriage implements AutoCloseable {
    static final String KIND = "retriage";
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTriage.class);

    private final TriageRun triage;
    private final JobStore jobs;
    private final Duration delay;
    private final Map<String, TriageState> states = new ConcurrentHashMap<>();
    private final Map<String, String> wanted = new ConcurrentHashMap<>();
    private final ReentrantLock running = new ReentrantLock();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("triage").daemon().factory());

    /// @param delay how long to wait for more after a delivery
    public BackgroundTriage(TriageRun triage, JobStore jobs, Duration delay) {
        this.triage = triage;
        this.jobs = jobs;
        this.delay = delay;
    }

    /// Asks for a triage soon; more requests before it begins are covered by it. May block.
    public void request(String tenant) {
        String id = UUID.randomUUID().toString();
        if (wanted.putIfAbsent(tenant, id) != null) {
            return;
        }
        jobs.add(Scope.analyst(tenant), id, KIND, "{}");
        try {
            var _ = worker.schedule(() -> runWanted(tenant), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.info("The service is stopping: {} is triaged after the next start", tenant);
        }
    }

    /// Makes good what an earlier run of the service left undone.
    public void resume(String tenant) {
        boolean left = jobs.list(Scope.analyst(tenant), State.QUEUED, State.RUNNING).stream()
                .anyMatch(job -> job.kind().equals(KIND));
        if (left) {
            request(tenant);
        }
    }

    /// Triages now, on the caller's thread, and covers requests made before.
    public void runNow(String tenant, TriageRun.Progress progress) {
        // One after the other: a run that read the store earlier must not overwrite one that read it later.
        running.lock();
        try {
            wanted.remove(tenant);
            var covered = jobs.list(Scope.analyst(tenant), State.QUEUED, State.RUNNING).stream()
                    .filter(job -> job.kind().equals(KIND))
                    .toList();
            states.put(tenant, new TriageState(true, 0, "starting"));
            triage.run(tenant, (stage, fraction) -> {
                states.put(tenant, new TriageState(true, fraction, stage));
                progress.at(stage, fraction);
            });
            for (Job job : covered) {
                jobs.finish(Scope.analyst(tenant), job.id(), "{}");
            }
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
        TriageState state = states.getOrDefault(tenant, TriageState.IDLE);
        return !state.running() && wanted.containsKey(tenant) ? new TriageState(true, 0, "waiting") : state;
    }

    private void runWanted(String tenant) {
        try {
            if (wanted.containsKey(tenant)) {
                runNow(tenant, (stage, fraction) -> {});
            }
        } catch (RuntimeException e) {
            LOG.error("The triage of {} failed; the next delivery or start tries again", tenant, e);
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
