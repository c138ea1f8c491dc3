package dev.analystcopilot.eval.service;

import dev.analystcopilot.api.CopilotService;
import dev.analystcopilot.api.RunningService;
import dev.analystcopilot.api.job.BackgroundTriage;
import dev.analystcopilot.api.job.DemoLoader;
import dev.analystcopilot.api.local.EarlyDatabase;
import dev.analystcopilot.api.local.ServiceFiles;
import dev.analystcopilot.api.security.Accounts;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.llm.ScriptedLlm;
import dev.analystcopilot.knowledge.embedded.ScratchDatabase;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The whole service in this process, on an empty scratch database and a free port. Signs people in, takes alerts,
/// triages them.
public final class RunningCopilot implements AutoCloseable {
    /// Whose alerts people work on.
    public static final String TENANT = "demo";

    private static final Duration KNOWLEDGE = Duration.ofMinutes(12);

    private final ScratchDatabase scratch;
    private final Path files;
    private final RunningService service;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final AtomicInteger people = new AtomicInteger();

    private RunningCopilot(ScratchDatabase scratch, Path files, RunningService service) {
        this.scratch = scratch;
        this.files = files;
        this.service = service;
    }

    /// @param settings by property name, such as [#with]; without a model's address the narrator answers
    public static RunningCopilot start(SuiteContext context, Map<String, Object> settings) {
        return start(context, settings, scratch -> {});
    }

    /// @param filling what the database has when the service starts
    public static RunningCopilot start(
            SuiteContext context, Map<String, Object> settings, Consumer<ScratchDatabase> filling) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("server.port", 0);
        all.put("copilot.empty", true);
        all.put("copilot.tenant", TENANT);
        all.put("copilot.root", context.root().toString());
        all.put("copilot.triage-delay", "50ms");
        // A model in the environment is used only where a suite asks for it.
        all.put("copilot.llm.base-url", "");
        all.put("logging.level.root", "WARN");
        all.putAll(settings);
        var scratch = ScratchDatabase.create(context.environment(), context.root());
        try {
            filling.accept(scratch);
            Path files = Files.createTempDirectory("copilot-eval");
            var service = CopilotService.start(all, application -> {
                application.registerBean(EarlyDatabase.class, () -> EarlyDatabase.at(scratch.address()));
                application.registerBean(ServiceFiles.class, () -> new ServiceFiles(files));
            });
            return new RunningCopilot(scratch, files, service);
        } catch (IOException e) {
            scratch.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /// The settings that make a scripted model the only one.
    public static Map<String, Object> with(ScriptedLlm llm) {
        return Map.of("copilot.llm.base-url", llm.baseUrl(), "copilot.llm.model", llm.model());
    }

    /// The settings of the model that the environment names (`COPILOT_LLM_BASE_URL` …), or else of this one.
    public static Map<String, Object> realOr(SuiteContext context, ScriptedLlm llm) {
        String url = context.environment().getOrDefault("COPILOT_LLM_BASE_URL", "");
        return url.isBlank()
                ? with(llm)
                : Map.of(
                        "copilot.llm.base-url", url,
                        "copilot.llm.model", context.environment().getOrDefault("COPILOT_LLM_MODEL", ""),
                        "copilot.llm.api-key", context.environment().getOrDefault("COPILOT_LLM_API_KEY", ""));
    }

    public String url() {
        return "http://127.0.0.1:" + service.port();
    }

    /// Somebody new with these roles.
    public Asker as(Role... roles) {
        return new Asker(client, url(), token(roles));
    }

    /// Somebody who has not signed in.
    public Asker stranger() {
        return new Asker(client, url(), "");
    }

    public String token(Role... roles) {
        return part(Accounts.class).issueForProgram("asker-" + people.incrementAndGet(), Set.of(roles));
    }

    /// Delivers alerts, as a machine would, and waits until they are triaged.
    ///
    /// @param format as of the service: `ocsf`, `ecs`, `wazuh` …, or `auto`
    /// @param lines the records
    public void deliver(String format, String lines) {
        Asker.Reply reply = as(Role.INGEST)
                .send("POST", "/api/v1/alerts?format=" + format, lines, "Content-Type", "application/x-ndjson");
        if (reply.status() != 200) {
            throw new IllegalStateException("the alerts were not taken: " + reply);
        }
        triage();
    }

    /// Triages what is stored, now.
    public void triage() {
        part(BackgroundTriage.class).runNow(TENANT, (stage, done) -> {});
    }

    /// The shipped demo backlog, triaged.
    public void loadDemo() {
        part(DemoLoader.class).loadIfNew(TENANT);
        triage();
    }

    /// Waits until the shipped knowledge is stored and its vectors are complete.
    public void awaitKnowledge() {
        await(counts -> counts.passages() > 0 && counts.embedded() == counts.passages());
    }

    /// Waits until the shipped knowledge is stored, with or without vectors.
    public void awaitPassages() {
        await(counts -> counts.passages() > 0);
    }

    private void await(Predicate<PassageStore.Counts> enough) {
        Scope scope = Scope.analyst(TENANT);
        long until = System.nanoTime() + KNOWLEDGE.toNanos();
        try {
            while (System.nanoTime() < until) {
                if (enough.test(database().passages().counts(scope))) {
                    return;
                }
                Thread.sleep(200);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("the shipped knowledge is not complete after " + KNOWLEDGE);
    }

    public Database database() {
        return part(Database.class);
    }

    /// A part of the running service.
    public <T> T part(Class<T> type) {
        return service.context().getBean(type);
    }

    @Override
    public void close() {
        try {
            client.shutdownNow();
            service.close();
        } finally {
            scratch.close();
            delete(files);
        }
    }

    private static void delete(Path folder) {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
