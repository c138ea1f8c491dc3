package dev.analystcopilot.api.knowledge;

import dev.analystcopilot.knowledge.intake.Import;
import dev.analystcopilot.knowledge.intake.ImportListener.Stage;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.JobStore;
import dev.analystcopilot.knowledge.postgres.JobStore.Job;
import dev.analystcopilot.knowledge.postgres.JobStore.State;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Uploaded knowledge, one file after the other. An import that was interrupted begins again at the next start; until
/// it
/// is done, what was there before is there.
public final class ImportJobs implements AutoCloseable {
    static final String KIND = "import";
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int LISTED_PROBLEMS = 100;
    /// A job that is under way says so no more often.
    private static final long BETWEEN_REPORTS = Duration.ofMillis(250).toNanos();

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JobStore jobs;
    private final Imports imports;
    private final Path folder;

    /// Resuming looks for what waits while the service takes new jobs already: none runs twice.
    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("imports").daemon().factory());

    /// @param folder where uploads are kept until their job is done; made on first use, closed to others
    public ImportJobs(JobStore jobs, Imports imports, Path folder) {
        this.jobs = jobs;
        this.imports = imports;
        this.folder = folder;
    }

    /// @param audience empty to leave it to the documents
    record Parameters(String kind, String name, String audience) {
        ImportRequest request() {
            ImportRequest request = ImportRequest.of(kind).called(name);
            return audience.isEmpty() ? request : request.meantFor(Audience.ofWireName(audience));
        }
    }

    /// @param problems the first of them
    record Counts(
            String origin,
            int changed,
            int unchanged,
            int removed,
            int passages,
            int problemCount,
            List<Import.Problem> problems) {

        static Counts of(Import done) {
            return new Counts(
                    done.origin(),
                    done.changed(),
                    done.unchanged(),
                    done.removed(),
                    done.passages(),
                    done.problems().size(),
                    done.problems().stream().limit(LISTED_PROBLEMS).toList());
        }
    }

    /// Where to put the upload of a job that is about to be submitted: the name tells archives from plain files.
    Path fileFor(String id, String name) {
        try {
            Path own = folder.resolve(id);
            Files.createDirectories(
                    own, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return own.resolve(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + folder, e);
        }
    }

    /// Takes over a job whose upload is complete; from here on it is not lost.
    void submit(Scope scope, String id, Parameters parameters) {
        taken.add(id);
        jobs.add(scope, id, KIND, JSON.writeValueAsString(parameters));
        worker.execute(() -> run(scope, id, parameters));
    }

    /// Takes up what an earlier run of the service left.
    public void resume(Scope scope) {
        for (Job job : jobs.list(scope, State.QUEUED, State.RUNNING)) {
            if (job.kind().equals(KIND) && taken.add(job.id())) {
                JsonNode said = JSON.readTree(job.parameters());
                var parameters = new Parameters(
                        said.path("kind").asString(),
                        said.path("name").asString(),
                        said.path("audience").asString());
                worker.execute(() -> run(scope, job.id(), parameters));
            }
        }
    }

    Optional<Job> find(Scope scope, String id) {
        return jobs.find(scope, id).filter(job -> job.kind().equals(KIND));
    }

    /// The imports that have not ended, and the last ones that have; the newest first.
    List<Job> recent(Scope scope, int limit) {
        return jobs.list(scope).reversed().stream()
                .filter(job -> job.kind().equals(KIND))
                .limit(limit)
                .toList();
    }

    private void run(Scope scope, String id, Parameters parameters) {
        Path file = folder.resolve(id).resolve(parameters.name());
        if (!Files.exists(file)) {
            jobs.fail(scope, id, "the upload is gone: upload the file again");
            return;
        }
        try {
            var last = new long[] {System.nanoTime() - BETWEEN_REPORTS};
            jobs.report(scope, id, "read", 0, "{}");
            Import done = imports.run(scope, file, parameters.request(), (stage, count, total) -> {
                if (System.nanoTime() - last[0] >= BETWEEN_REPORTS || stage == Stage.STORE) {
                    last[0] = System.nanoTime();
                    String name = stage.name().toLowerCase(Locale.ROOT);
                    jobs.report(scope, id, name, progress(stage, count, total), "{}");
                }
            });
            String counts = JSON.writeValueAsString(Counts.of(done));
            if (done.foundAnything()) {
                jobs.finish(scope, id, counts);
            } else {
                jobs.report(scope, id, "read", 1, counts);
                jobs.fail(scope, id, "nothing in it could be read: " + firstReason(done));
            }
            forget(id);
        } catch (IOException | RuntimeException e) {
            LOG.error("Import {} failed", id, e);
            jobs.fail(scope, id, "it failed; what was there before is still there. The service's log says why");
        }
    }

    private static String firstReason(Import done) {
        return done.problems().stream()
                .findFirst()
                .map(problem -> problem.file() + ": " + problem.reason())
                .orElse("no file in it is of this kind");
    }

    /// Of the whole, reading takes a third, counting words a half.
    private static double progress(Stage stage, long done, long total) {
        double part = total <= 0 ? 0 : Math.min(1, done / (double) total);
        return switch (stage) {
            case READ -> 0.3 * part;
            case WORDS -> 0.3 + 0.5 * part;
            case STORE -> 0.8 + 0.2 * part;
        };
    }

    void forget(String id) throws IOException {
        Path own = folder.resolve(id);
        if (!Files.isDirectory(own)) {
            return;
        }
        try (var files = Files.list(own)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(own);
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
