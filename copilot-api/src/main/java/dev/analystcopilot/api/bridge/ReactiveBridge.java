package dev.analystcopilot.api.bridge;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.knowledge.postgres.Database;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Runs blocking work on a bounded set of threads of its own. The bounds are the bulkhead: with all threads and all
/// waiting places taken, a call fails at once with [ApiFailure.Busy] instead of piling up.
public final class ReactiveBridge implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReactiveBridge.class);

    private final String name;
    private final Scheduler scheduler;
    private final ExecutorService virtual;
    private final Scheduler steps;

    /// @param name for threads and messages
    /// @param threads as many as the resource behind allows, such as the connection pool's size
    /// @param waiting how many calls may wait for one of the threads
    public ReactiveBridge(String name, int threads, int waiting) {
        this.name = name;
        this.scheduler = Schedulers.newBoundedElastic(threads, Math.max(1, waiting / threads), name, 60, true);
        this.virtual = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-step-", 0).factory());
        this.steps = Schedulers.fromExecutorService(virtual, name + "-step");
    }

    /// The task's result, or empty for null.
    public <T> Mono<T> call(Callable<@Nullable T> task) {
        return Mono.<T>fromCallable(task).subscribeOn(scheduler).onErrorMap(this::forTheCaller);
    }

    /// The same, with a limit on the time that the task takes once it has begun: waiting for its turn does not count.
    public <T> Mono<T> call(Callable<@Nullable T> task, Duration limit) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> begun = Sinks.empty();
            return this.<T>call(() -> {
                        var _ = begun.tryEmitEmpty();
                        return task.call();
                    })
                    .timeout(begun.asMono().then(Mono.delay(limit)));
        });
    }

    public Mono<Void> run(Runnable task) {
        return Mono.<Void>fromRunnable(task).subscribeOn(scheduler).onErrorMap(this::forTheCaller);
    }

    private Throwable forTheCaller(Throwable error) {
        if (error instanceof RejectedExecutionException) {
            return new ApiFailure.Busy(name);
        }
        if (Database.isAway(error)) {
            LOG.warn("The database is away: {}", error.getMessage());
            return new ApiFailure.Unavailable("the database does not answer: try again in a few seconds");
        }
        return error;
    }

    /// For streams whose steps may block, a little and now and then: each step has a virtual thread, so that thousands
    /// of streams at rest cost none, and none of them waits behind another's long work.
    public Scheduler scheduler() {
        return steps;
    }

    @Override
    public void close() {
        scheduler.dispose();
        steps.dispose();
        virtual.shutdownNow();
    }
}
