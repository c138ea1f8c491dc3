package dev.analystcopilot.api.cli;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.disposition.DispositionModel;
import dev.analystcopilot.triage.disposition.DispositionTraining;
import dev.analystcopilot.triage.disposition.DispositionTraining.LabelledCase;
import dev.analystcopilot.triage.model.ModelFile;
import dev.analystcopilot.triage.training.DispositionCases;
import dev.analystcopilot.triage.training.LabelledBacklog;
import dev.analystcopilot.triage.training.TenantCases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Fits what judges cases on cases whose truth is known: labelled files, or what a tenant's people judged.
@Command(
        name = "disposition",
        description = "Fits what judges cases, on labelled files or on what people judged.",
        mixinStandardHelpOptions = true)
final class TrainDispositionCommand implements Callable<Integer> {
    /// Of fewer cases nothing holds elsewhere.
    private static final int LEAST_CASES = 30;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Labelled alerts in the form of the AIT alert data set (csv, column event_label).")
    private List<Path> data = List.of();

    @Option(names = "--tenant", paramLabel = "T", description = "Cases there that people judged.")
    private @Nullable String tenant;

    @Option(names = "--out", paramLabel = "DIR", description = "Gets disposition.onnx and its card disposition.json.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Path folder = out;
        if (data.isEmpty() == (tenant == null) || folder == null) {
            throw new ParameterException(
                    spec.commandLine(), "Say on what and where to: --data FILE… or --tenant T, and --out DIR.");
        }
        data.stream().filter(file -> !Files.isReadable(file)).findFirst().ifPresent(file -> {
            throw new ParameterException(spec.commandLine(), "%s cannot be read. Is the path right?".formatted(file));
        });
        List<LabelledCase> cases = tenant == null ? ofFiles() : ofTenant(tenant);
        long attacks = cases.stream().filter(LabelledCase::attack).count();
        if (cases.size() < LEAST_CASES || attacks == 0 || attacks == cases.size()) {
            spec.commandLine()
                    .getErr()
                    .println("%d cases with %d attacks among them are too few: at least %d, of both kinds."
                            .formatted(cases.size(), attacks, LEAST_CASES));
            return 1;
        }
        ModelFile made = DispositionTraining.train(cases);
        spec.commandLine()
                .getOut()
                .println("Model %s of %d cases, %d of them attacks: %s"
                        .formatted(made.version(), cases.size(), attacks, made.write(folder, DispositionModel.KIND)));
        return 0;
    }

    private List<LabelledCase> ofFiles() {
        TechniqueCatalog catalog = TechniqueCatalog.load();
        var cases = new ArrayList<LabelledCase>();
        for (Path file : data) {
            LabelledBacklog backlog = labelled(file);
            cases.addAll(DispositionCases.varied(backlog, () -> new TriageEngine(catalog)));
            spec.commandLine()
                    .getErr()
                    .println(backlog.name() + ": " + backlog.alerts().size() + " alerts");
        }
        return cases;
    }

    private LabelledBacklog labelled(Path file) {
        try {
            return LabelledBacklog.read(file);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static List<LabelledCase> ofTenant(String name) {
        var engine = new TriageEngine(TechniqueCatalog.load());
        return Installation.here().withDatabase(database -> TenantCases.judged(database, Scope.analyst(name), engine));
    }
}
