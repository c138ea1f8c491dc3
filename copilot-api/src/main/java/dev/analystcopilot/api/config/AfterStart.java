package dev.analystcopilot.api.config;

import dev.analystcopilot.api.job.BackgroundTriage;
import dev.analystcopilot.api.job.DemoLoader;
import dev.analystcopilot.api.job.TriageJobs;
import dev.analystcopilot.api.knowledge.ImportJobs;
import dev.analystcopilot.knowledge.document.PassageEmbedding;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What is done behind the scenes once the service answers: shipped knowledge, unfinished work, the demo,
/// what the first questions need, and from then on the vectors of whatever documents come in.
@Component
final class AfterStart {
    private static final Logger LOG = LoggerFactory.getLogger(AfterStart.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final CopilotProperties properties;
    private final Database database;
    private final TriageJobs jobs;
    private final BackgroundTriage triage;
    private final ImportJobs imports;
    private final DemoLoader demo;
    private final PassageEmbedding embedding;
    private final WarmUp warmUp;
    private final Thread thread;
    private volatile boolean stopping;

    AfterStart(
            CopilotProperties properties,
            Database database,
            TriageJobs jobs,
            BackgroundTriage triage,
            ImportJobs imports,
            DemoLoader demo,
            PassageEmbedding embedding,
            WarmUp warmUp) {
        this.properties = properties;
        this.database = database;
        this.jobs = jobs;
        this.triage = triage;
        this.imports = imports;
        this.demo = demo;
        this.embedding = embedding;
        this.warmUp = warmUp;
        this.thread = Thread.ofPlatform().name("after-start").daemon().unstarted(this::work);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.start();
    }

    /// Waits a little: work that is cut off in the middle of a statement would only fill the log.
    @EventListener(ContextClosedEvent.class)
    void end() throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));
    }

    private void work() {
        Scope scope = Scope.analyst(properties.tenant());
        step("loading the shipped knowledge", () -> {
            var loaded = ProductKnowledge.load(database);
            LOG.info("Shipped knowledge: {} documents changed, {} as before", loaded.changed(), loaded.unchanged());
        });
        step("taking up unfinished jobs", () -> {
            jobs.resume(scope);
            imports.resume(scope);
            triage.resume(properties.tenant());
        });
        if (!properties.empty()) {
            step("loading the demo", () -> demo.loadIfNew(properties.tenant()));
        }
        // Before the passages, which take minutes: people ask as soon as the service answers.
        warmUp.steps(properties.tenant()).forEach(warming -> step(warming.what(), warming.work()));
        while (!stopping && properties.vectors()) {
            step(
                    "embedding passages",
                    () -> embedding
                            .waiting()
                            .forEach(tenant -> embedding.embedPending(Scope.analyst(tenant), this::report)));
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void report(long done, long total) {
        LOG.debug("Embedded {} of {} passages", done, total);
    }

    private void step(String what, Runnable work) {
        if (stopping) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.error("Failed while {}", what, e);
            }
        }
    }
}
