package dev.analystcopilot.api.cli;

import dev.analystcopilot.api.knowledge.Imports;
import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.document.PassageEmbedding;
import dev.analystcopilot.knowledge.intake.Import;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.intake.ProductKnowledge;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.OriginStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings knowledge in, lists what came from where, and takes it out again.
@Command(
        name = "import",
        description = "Brings knowledge in; it is found by its words at once, and by its meaning when it is embedded.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", arity = "0..1", description = "A file, a zip or gz, or a folder of them.")
    private @Nullable Path path;

    @Option(
            names = "--kind",
            description =
                    "What it is: attack, sigma, splunk, kev, markdown, html, pdf, docx, assets, indicators, facts … or"
                            + " what the documents are where they do not say so: runbook, policy, staff, glossary …")
    private String kind = "";

    @Option(names = "--name", description = "What to call its origin. Default: the name of the file or folder.")
    private String name = "";

    @Option(names = "--audience", description = "For whom documents are that do not say so: analyst or staff.")
    private String audience = "";

    @Option(names = "--tenant", description = "Default: ${DEFAULT-VALUE}.")
    private String tenant = "demo";

    @Option(names = "--wait", description = "Return when everything can be found by meaning, too.")
    private boolean waits;

    @Option(names = "--list", description = "Show what was imported from where.")
    private boolean lists;

    @Option(names = "--remove", paramLabel = "ORIGIN", description = "Take out what came from there; see --list.")
    private String removed = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path from = path;
        Scope scope = Scope.analyst(tenant);
        if (lists) {
            return Installation.here().withDatabase(database -> list(database, scope));
        }
        if (!removed.isEmpty()) {
            return Installation.here().withDatabase(database -> remove(database, scope));
        }
        if (from == null || kind.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "give a PATH and its --kind, or --list, or --remove ORIGIN");
        }
        if (!Files.exists(from)) {
            throw new ParameterException(spec.commandLine(), "there is no " + from);
        }
        ImportRequest request = request();
        return Installation.here().withDatabase(database -> bring(database, scope, from, request));
    }

    private int bring(Database database, Scope scope, Path from, ImportRequest request) {
        Instant begin = Instant.now();
        Import done;
        try (var bar = new ImportBar(out())) {
            done = new Imports(database).run(scope, from, request, (stage, at, of) -> bar.at(name(stage), at, of));
        }
        out().printf(
                        "%s: %d new or changed, %d as before, %d removed; found by words after %.1f s%n",
                        done.origin(), done.changed(), done.unchanged(), done.removed(), seconds(begin));
        done.problems()
                .forEach(problem -> spec.commandLine().getErr().println(problem.file() + ": " + problem.reason()));
        if (!done.foundAnything()) {
            spec.commandLine().getErr().printf("nothing of kind %s could be read in %s%n", kind, from);
            return 1;
        }
        if (waits) {
            embed(database, scope);
        }
        return 0;
    }

    private static double seconds(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }

    private static String name(ImportListener.Stage stage) {
        return switch (stage) {
            case READ -> "Reading  ";
            case WORDS -> "Words    ";
            case STORE -> "Storing  ";
        };
    }

    private int list(Database database, Scope scope) {
        for (OriginStore.Origin origin : new OriginStore(database).list(scope)) {
            out().printf(
                            "%-40s version %d of %s, %6d documents, %6d passages, %d of %d embedded%s%n",
                            origin.id(),
                            origin.version(),
                            origin.importedAt().truncatedTo(ChronoUnit.SECONDS),
                            origin.documents(),
                            origin.passages(),
                            origin.embedded(),
                            origin.toEmbed(),
                            origin.shipped() ? ", shipped" : "");
        }
        return 0;
    }

    private int remove(Database database, Scope scope) {
        int count = new Imports(database).remove(scope, removed);
        if (count == 0) {
            spec.commandLine().getErr().printf("nothing was imported as %s: see ./copilot import --list%n", removed);
            return 1;
        }
        out().printf("%d removed%n", count);
        return 0;
    }

    private ImportRequest request() {
        ImportRequest request = ImportRequest.of(kind);
        if (!name.isBlank()) {
            request = request.called(name);
        }
        try {
            return audience.isBlank() ? request : request.meantFor(Audience.ofWireName(audience));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--audience must be analyst or staff, not '" + audience + "'", e);
        }
    }

    /// The shipped documents, too: a search waits for them as well.
    private void embed(Database database, Scope scope) {
        Instant begin = Instant.now();
        try (var english = BgeEmbedder.english();
                var chinese = BgeEmbedder.chinese();
                var bar = new ImportBar(out())) {
            var _ = ProductKnowledge.load(database);
            var embedding = new PassageEmbedding(database, new Embedders(english, chinese));
            embedding.embedUntilComplete(scope, (done, of) -> bar.at("Embedding", done, of));
            embedding.embedUntilComplete(ProductKnowledge.SCOPE, (done, of) -> bar.at("Embedding", done, of));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted: what is embedded is kept, the same command goes on", e);
        }
        out().printf("found by meaning after %.1f s%n", seconds(begin));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
