package dev.analystcopilot.api.cli;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.format.AlertFormats;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.ModelRow.Status;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.anomaly.ForestModel;
import dev.analystcopilot.triage.anomaly.HistoryRows;
import dev.analystcopilot.triage.feature.BurstCollector;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import dev.analystcopilot.triage.model.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Fits what tells the unusual from the everyday on unlabelled alerts: files, or a tenant's own history.
@Command(
        name = "anomaly",
        description = "Fits what tells the unusual from the everyday, on alerts without labels.",
        mixinStandardHelpOptions = true)
final class TrainAnomalyCommand implements Callable<Integer> {
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    @Option(
            names = "--data",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Alerts; each file is a site's history.")
    private List<Path> data = List.of();

    @Option(names = "--format", paramLabel = "F", description = "Of the files. Default: ${DEFAULT-VALUE}.")
    private String format = "auto";

    @Option(names = "--out", paramLabel = "DIR", description = "Gets anomaly.onnx and its card anomaly.json.")
    private @Nullable Path out;

    @Option(
            names = "--into",
            paramLabel = "TENANT",
            description = "Fit on the alerts stored there (or on --data), and use the model there from now on.")
    private @Nullable String into;

    @Option(names = "--about", paramLabel = "KEY=TEXT", description = "For the card: data, licence …")
    private Map<String, String> about = Map.of();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (into == null && (data.isEmpty() || out == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Say on what and for what: --data FILE… --out DIR, or --into TENANT.");
        }
        if (!AlertFormats.names().contains(format)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no format '%s'. Known: %s".formatted(format, String.join(", ", AlertFormats.names())));
        }
        data.stream().filter(file -> !Files.isReadable(file)).findFirst().ifPresent(file -> {
            throw new ParameterException(spec.commandLine(), "%s cannot be read. Is the path right?".formatted(file));
        });
        String tenant = into;
        if (tenant == null) {
            return write(ofFiles());
        }
        return Installation.here().withDatabase(database -> store(database, Scope.analyst(tenant)));
    }

    private HistoryRows ofFiles() {
        var rows = new HistoryRows();
        data.forEach(file -> rows.add(read(file)));
        return rows;
    }

    private List<StoredAlert> read(Path file) {
        var fingerprinter = new Fingerprinter();
        List<StoredAlert> alerts = new ArrayList<>();
        AlertReader.open(AlertSource.files(List.of(file)), format, ReadOptions.none())
                .read(record -> {
                    if (record instanceof AlertRecord.Parsed(var line, var alert)) {
                        alerts.add(StoredAlert.of(alert, fingerprinter.of(alert).hash()));
                    }
                });
        alerts.sort(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id));
        return alerts;
    }

    private int store(Database database, Scope scope) {
        HistoryRows rows = data.isEmpty() ? new HistoryRows().add(stored(database, scope)) : ofFiles();
        if (rows.isEmpty()) {
            return nothing();
        }
        ModelFile file = rows.fit(card());
        try (ForestModel former = database.models()
                .active(scope, ForestModel.KIND)
                .flatMap(row -> database.models()
                        .bytes(scope, row.kind(), row.version())
                        .map(bytes -> ForestModel.of(new ModelFile(bytes, row.card()))))
                .orElseGet(ForestModel::shipped)) {
            say("Since the model in use, these alerts are " + former.drift(rows.rows()) + ".");
        }
        database.models().add(scope, file.row(ForestModel.KIND, Instant.now(), Status.ACTIVE), file.bytes());
        say("Model %s is in use for %s.".formatted(file.version(), scope.tenant()));
        return out == null ? 0 : write(file, out);
    }

    private static BurstCollector stored(Database database, Scope scope) {
        var collector = new BurstCollector();
        database.alerts().forEachInTimeOrder(scope, BEGINNING, END, collector);
        return collector;
    }

    private int write(HistoryRows rows) {
        return rows.isEmpty() || out == null ? nothing() : write(rows.fit(card()), out);
    }

    private int write(ModelFile file, Path folder) {
        say("Model %s: %s".formatted(file.version(), file.write(folder, ForestModel.KIND)));
        return 0;
    }

    private Map<String, String> card() {
        return new TreeMap<>(about);
    }

    private int nothing() {
        spec.commandLine().getErr().println("There are no alerts to learn from.");
        return 1;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
