package dev.analystcopilot.api.cli;

import dev.analystcopilot.knowledge.embedded.DatabaseUnavailableException;
import dev.analystcopilot.knowledge.embedded.PostgresBinaries;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What the program itself can see of its surroundings: Java, the database's programs, the language model.
@Command(name = "doctor", description = "Checks what the program needs.", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private boolean healthy = true;

    @Override
    public Integer call() {
        Installation installation = Installation.here();
        report(true, "Java", Runtime.version().toString());
        report(true, "data", installation.data().toString());
        postgres(installation);
        model(installation);
        return healthy ? 0 : 1;
    }

    private void postgres(Installation installation) {
        if (installation.environment().containsKey("COPILOT_DATABASE_URL")) {
            report(true, "PostgreSQL", "the server that COPILOT_DATABASE_URL names");
            return;
        }
        try {
            var found = PostgresBinaries.find(installation.environment(), Optional.empty());
            report(
                    true,
                    "PostgreSQL",
                    "%d in %s, pgvector %s".formatted(found.major(), found.bin(), found.vectorVersion()));
        } catch (DatabaseUnavailableException e) {
            report(false, "PostgreSQL", String.valueOf(e.getMessage()));
        }
    }

    private void model(Installation installation) {
        String base = installation.environment().getOrDefault("COPILOT_LLM_BASE_URL", "");
        if (base.isBlank()) {
            report(true, "model", "none set (COPILOT_LLM_BASE_URL): answers are composed without one");
            return;
        }
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build()) {
            var request = HttpRequest.newBuilder(URI.create(base.strip() + "/models"))
                    .timeout(Duration.ofSeconds(5))
                    .header(
                            "Authorization",
                            "Bearer " + installation.environment().getOrDefault("COPILOT_LLM_API_KEY", ""))
                    .build();
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            report(status < 400, "model", "%s answers %d".formatted(base, status));
        } catch (java.io.IOException | IllegalArgumentException e) {
            report(
                    false,
                    "model",
                    "%s cannot be reached (%s)".formatted(base, e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(boolean good, String what, String detail) {
        healthy &= good;
        spec.commandLine().getOut().printf("  %-7s %-12s %s%n", good ? "ok" : "MISSING", what, detail);
    }
}
