package dev.analystcopilot.api.job;

import dev.analystcopilot.knowledge.format.AlertInputException;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.postgres.JobStore;
import dev.analystcopilot.knowledge.postgres.JobStore.Job;
import dev.analystcopilot.knowledge.postgres.JobStore.State;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Uploaded backlogs, one after the other: read and stored, then everything the tenant has is triaged anew. A job that
/// was interrupted begins again at the next start; what it had stored is recognised.
public final class TriageJobs implements AutoCloseable {
    static final String KIND = "triage";
    private static final Logger LOG = LoggerFactory.getLogger(TriageJobs.class);
    /// Of the whole progress, what reading takes.
    private static final double READING = 0.5;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JobStore jobs;
    private final AlertIntake intake;
    private final BackgroundTriage triage;
    private final JobFiles files;

    /// Resuming looks for what waits while the service takes new jobs already: none runs twice.
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("triage-jobs").daemon().factory());

    /// @param folder where uploads are kept
    public TriageJobs(JobStore jobs, AlertIntake intake, BackgroundTriage triage, Path folder) {
        this.jobs = jobs;
        this.intake = intake;
        this.triage = triage;
        this.files = new JobFiles(folder);
    }

    /// Where to put the upload of a job that is about to be submitted.
    Path fileFor(String id) {
        return files.of(id);
    }

    /// Takes over a job whose upload is complete; from here on it is not lost.
    void submit(Scope scope, String id, String format) {
        taken.add(id);
        jobs.add(scope, id, KIND, JSON.writeValueAsString(Map.of("format", format)));
        worker.execute(() -> run(scope, id, format));
    }

    /// Takes up what an earlier run of the service left.
    public void resume(Scope scope) {
        for (Job job : jobs.list(scope, State.QUEUED, State.RUNNING)) {
            if (job.kind().equals(KIND) && taken.add(job.id())) {
                String format = JSON.readTree(job.parameters()).path("format").asString();
                worker.execute(() -> run(scope, job.id(), format));
            }
        }
    }

    private void run(Scope scope, String id, String format) {
        try {
            Path file = files.of(id);
            long size = Math.max(1, Files.size(file));
            jobs.report(scope, id, "reading", 0, "{}");
            IntakeResult result = intake.take(
                    scope,
                    AlertSource.file(file),
                    format,
                    bytes -> jobs.report(scope, id, "reading", READING * Math.min(1, bytes / (double) size), "{}"));
            String counts = JSON.writeValueAsString(result.counts());
            triage.runNow(
                    scope.tenant(),
                    (stage, fraction) -> jobs.report(scope, id, stage, READING + (1 - READING) * fraction, counts));
            jobs.finish(scope, id, counts);
            files.forget(id);
        } catch (AlertInputException e) {
            jobs.fail(scope, id, String.valueOf(e.getMessage()));
            files.forget(id);
        } catch (IOException | RuntimeException e) {
            LOG.error("Job {} failed", id, e);
            jobs.fail(scope, id, "it failed; the service's log says why");
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
