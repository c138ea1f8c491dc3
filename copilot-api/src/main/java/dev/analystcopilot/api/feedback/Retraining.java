package dev.analystcopilot.api.feedback;

import dev.analystcopilot.api.job.BackgroundTriage;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.ModelRow;
import dev.analystcopilot.knowledge.postgres.ModelRow.Status;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.PastStore;
import dev.analystcopilot.knowledge.postgres.learning.SettingStore;
import dev.analystcopilot.knowledge.postgres.learning.SettingStore.Event;
import dev.analystcopilot.triage.learning.Adjudicated;
import dev.analystcopilot.triage.learning.Candidate;
import dev.analystcopilot.triage.learning.DispositionLearner;
import dev.analystcopilot.triage.learning.Promotion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Learns from a tenant's verdicts behind the scenes: after every few new ones, one tenant at a time. A model that
/// passes the replay of the past decides from the next triage on; another one only watches.
public final class Retraining implements AutoCloseable {
    /// So many more judged cases are worth another try.
    private static final int NEW_ENOUGH = 10;

    private static final Duration DELAY = Duration.ofSeconds(20);
    private static final String SERVICE = "service";
    private static final Logger LOG = LoggerFactory.getLogger(Retraining.class);

    private final Database database;
    private final PastStore past;
    private final SettingStore settings;
    private final BackgroundTriage triage;
    private final Clock clock;
    private final Map<String, Integer> learntFrom = new ConcurrentHashMap<>();
    private final ReentrantLock running = new ReentrantLock();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("learning").daemon().factory());

    public Retraining(Database database, BackgroundTriage triage, Clock clock) {
        this.database = database;
        this.past = new PastStore(database);
        this.settings = new SettingStore(database);
        this.triage = triage;
        this.clock = clock;
    }

    /// What became of an attempt.
    ///
    /// @param state `off`, `not_enough`, `promoted` or `shadow`
    /// @param cases judged cases that there are to learn from
    /// @param attacks of these
    /// @param version of the model that was made; null if none was
    /// @param reasons why it is not promoted
    record Outcome(
            String state, int cases, int attacks, @Nullable String version, List<String> reasons) {}

    /// A verdict was given or taken back.
    void judged(String tenant) {
        try {
            var _ = worker.schedule(() -> runIfWorthIt(tenant), DELAY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.info("The service is stopping: {} learns after the next start", tenant);
        }
    }

    /// Learning was switched on or off: what decides may be another model now.
    void settingChanged(String tenant) {
        if (database.models()
                .active(Scope.analyst(tenant), DispositionLearner.KIND)
                .isPresent()) {
            triage.request(tenant);
        }
    }

    private void runIfWorthIt(String tenant) {
        try {
            int known = cases(Scope.analyst(tenant)).size();
            if (known >= learntFrom.getOrDefault(tenant, 0) + NEW_ENOUGH) {
                Outcome outcome = run(tenant, SERVICE);
                LOG.info("Learning from {} judged cases of {}: {}", known, tenant, outcome.state());
            }
        } catch (RuntimeException e) {
            LOG.error("Learning from the verdicts of {} failed; the next verdict tries again", tenant, e);
        }
    }

    /// Learns now.
    Outcome run(String tenant, String by) {
        running.lock();
        try {
            Scope scope = Scope.analyst(tenant);
            List<Adjudicated> cases = cases(scope);
            learntFrom.put(tenant, cases.size());
            int attacks = (int) cases.stream().filter(Adjudicated::attack).count();
            if (!settings.read(scope).enabled()) {
                return new Outcome("off", cases.size(), attacks, null, List.of("learning is switched off"));
            }
            try (Candidate deciding = DispositionLearner.deciding(database.models(), scope)) {
                return switch (Promotion.of(cases, DispositionLearner.INSTANCE, deciding)) {
                    case Promotion.NotEnough few -> new Outcome("not_enough", cases.size(), attacks, null, few.lacks());
                    case Promotion.Passed passed -> {
                        keep(scope, by, passed.onnx(), passed.version(), passed.card(), Status.ACTIVE);
                        triage.request(tenant);
                        yield new Outcome("promoted", cases.size(), attacks, passed.version(), List.of());
                    }
                    case Promotion.Failed failed -> {
                        keep(scope, by, failed.onnx(), failed.version(), failed.card(), Status.SHADOW);
                        yield new Outcome("shadow", cases.size(), attacks, failed.version(), failed.objections());
                    }
                };
            }
        } finally {
            running.unlock();
        }
    }

    private void keep(Scope scope, String by, byte[] onnx, String version, String card, Status status) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean decides = database.models()
                .active(scope, DispositionLearner.KIND)
                .filter(model -> model.version().equals(version))
                .isPresent();
        if (decides) {
            return;
        }
        var _ = database.models().add(scope, new ModelRow(DispositionLearner.KIND, version, now, status, card), onnx);
        settings.note(scope, new Event(now, by, status == Status.ACTIVE ? "promoted" : "shadow", version + " " + card));
    }

    private List<Adjudicated> cases(Scope scope) {
        return past.judgedRows(scope, DispositionLearner.FEATURES).stream()
                .map(row -> new Adjudicated(row.caseId(), row.happenedAt(), row.row(), row.verdict()))
                .toList();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
