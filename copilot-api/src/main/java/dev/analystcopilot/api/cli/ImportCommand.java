package dev.analystcopilot.api.cli;

import dev.analystcopilot.api.knowledge.Imports;
import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.document.PassageEmbedding;
import dev.analystcopilot.knowledge.intake.Import;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Brings documents in.
@Command(
        name = "import",
        description = "Brings documents, inventories, indicators and facts into the knowledge.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "A file or a folder.")
    private @Nullable Path path;

    @Option(
            names = "--kind",
            required = true,
            description =
                    "What it is: markdown, html, pdf, docx, attack, sigma, assets, indicators, facts … or what the"
                            + " documents are where they do not say so: runbook, policy, staff, glossary …")
    private String kind = "";

    @Option(names = "--audience", description = "For whom documents are that do not say so: analyst or staff.")
    private String audience = "";

    @Option(names = "--tenant", description = "Default: ${DEFAULT-VALUE}.")
    private String tenant = "demo";

    @Option(names = "--wait", description = "Return when the documents can be found by meaning, too.")
    private boolean waits;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path from = path;
        if (from == null || !Files.exists(from)) {
            throw new ParameterException(spec.commandLine(), "there is no " + from);
        }
        Scope scope = Scope.analyst(tenant);
        return Installation.here().withDatabase(database -> {
            Import done = new Imports(database).run(scope, from, request(), ImportListener.none());
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%d new or changed, %d as before, %d removed%n",
                            done.changed(), done.unchanged(), done.removed());
            done.problems()
                    .forEach(problem -> spec.commandLine().getErr().println(problem.file() + ": " + problem.reason()));
            if (waits) {
                embed(database, scope);
            }
            return done.foundAnything() ? 0 : 1;
        });
    }

    private ImportRequest request() {
        ImportRequest request = ImportRequest.of(kind);
        try {
            return audience.isBlank() ? request : request.meantFor(Audience.ofWireName(audience));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--audience must be analyst or staff, not '" + audience + "'", e);
        }
    }

    private void embed(Database database, Scope scope) {
        try (var english = BgeEmbedder.english();
                var chinese = BgeEmbedder.chinese()) {
            long embedded = new PassageEmbedding(database, new Embedders(english, chinese))
                    .embedPending(scope, (done, total) -> {});
            spec.commandLine().getOut().println(embedded + " passages embedded");
        }
    }
}
