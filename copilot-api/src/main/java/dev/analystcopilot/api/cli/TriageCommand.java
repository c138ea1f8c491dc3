package dev.analystcopilot.api.cli;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.format.AlertFormats;
import dev.analystcopilot.knowledge.format.AlertInputException;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.job.BatchRun;
import dev.analystcopilot.triage.report.RunSummary;
import dev.analystcopilot.triage.scenario.InvalidScenarioException;
import dev.analystcopilot.triage.scenario.Scenarios;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Triages a backlog: from files to cases, on this machine, without the service.
@Command(
        name = "triage",
        description = "Turns a backlog of alerts into a few explained cases.",
        mixinStandardHelpOptions = true)
final class TriageCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Alerts; gz and zip are read as they are.")
    private List<Path> inputs = List.of();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "auto (default) or one of the formats that docs and --help name.")
    private String format = "auto";

    @Option(names = "--mapping", paramLabel = "FILE", description = "Which field is which, for formats json and csv.")
    private @Nullable Path mapping;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the results go.")
    private Path out = Path.of("");

    @Option(
            names = "--into",
            paramLabel = "TENANT",
            description = "Store the alerts there and use that tenant's history. Default: a scope of its own.")
    private @Nullable String into;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Models to take in place of those in use, such as anomaly.onnx.")
    private @Nullable Path models;

    @Option(names = "--resume", description = "Go on from what a killed run with the same --out stored.")
    private boolean resume;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!AlertFormats.names().contains(format)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no format '%s'. Known: %s".formatted(format, String.join(", ", AlertFormats.names())));
        }
        for (Path input : inputs) {
            if (!Files.isReadable(input)) {
                throw new ParameterException(
                        spec.commandLine(), "%s cannot be read. Is the path right?".formatted(input));
            }
        }
        if (models != null && !Files.isDirectory(models)) {
            throw new ParameterException(spec.commandLine(), "%s is no folder of models.".formatted(models));
        }
        try {
            Installation installation = Installation.here();
            Scenarios scenarios = Scenarios.ofSite(installation.environment(), Optional.of(installation.data()));
            RunSummary summary = installation.withDatabase(database -> run(database, scenarios));
            report(summary);
            where(installation.tenant());
            return 0;
        } catch (AlertInputException | InvalidScenarioException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return BAD_INPUT;
        }
    }

    private RunSummary run(Database database, Scenarios scenarios) {
        var options = Optional.ofNullable(mapping).map(ReadOptions::withMapping).orElseGet(ReadOptions::none);
        var reader = AlertReader.open(AlertSource.files(inputs), format, options);
        String name = inputs.getFirst().getFileName() + (inputs.size() > 1 ? " +" + (inputs.size() - 1) : "");
        var request = new BatchRun.Request(name, out, Optional.ofNullable(into), resume);
        try (var english = BgeEmbedder.english();
                var chinese = BgeEmbedder.chinese();
                var bar = new StageBar(spec.commandLine().getErr())) {
            return new BatchRun(
                            database,
                            TechniqueCatalog.load(),
                            new Embedders(english, chinese),
                            Copilot.VERSION,
                            scenarios,
                            Optional.ofNullable(models))
                    .run(request, reader, bar);
        }
    }

    private void report(RunSummary summary) {
        PrintWriter to = spec.commandLine().getOut();
        to.printf(
                "%,d alerts in %,d cases; %,d set aside as everyday%n",
                summary.counts().accepted(), summary.cases(), summary.setAside());
        if (summary.counts().rejected() > 0) {
            to.printf(
                    "%,d records could not be read: %s%n", summary.counts().rejected(), out.resolve("rejected.jsonl"));
        }
        summary.problems().forEach(problem -> to.println("Problem: " + problem));
        to.printf("%.1f s, %,d alerts/s%n", seconds(summary), summary.alertsPerSecond());
        to.println("Report: " + out.resolve("report.html"));
        to.flush();
    }

    /// Nobody should look for their alerts on a page that shows another tenant's.
    private void where(String shown) {
        if (into == null) {
            return;
        }
        PrintWriter to = spec.commandLine().getOut();
        to.printf("Stored in tenant '%s'", into);
        to.println(
                into.equals(shown)
                        ? ", which the service shows"
                        : ". The service shows '" + shown + "': start it with COPILOT_TENANT=" + into
                                + " to see these");
        to.flush();
    }

    private static double seconds(RunSummary summary) {
        return summary.seconds().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
