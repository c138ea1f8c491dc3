package dev.analystcopilot.api.cli;

import dev.analystcopilot.triage.table.TableException;
import dev.analystcopilot.triage.table.TableFormat;
import dev.analystcopilot.triage.table.TableScorer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/// Anomaly scores for rows that are no alerts. Needs no database.
@Command(
        name = "score",
        description = "Tells how strange each row of a table is, given the rows it is compared with.",
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    private static final int BAD_INPUT = 2;

    @Parameters(paramLabel = "FILE", description = "The rows to score; gz is read as it is.")
    private Path input = Path.of("");

    @Option(
            names = "--format",
            paramLabel = "F",
            required = true,
            description = "kdd (the 41 features of NSL-KDD, no header) or zeek (a log with its #fields).")
    private TableFormat format = TableFormat.KDD;

    @Option(
            names = "--fit",
            paramLabel = "FILE",
            description = "Rows to learn from, mostly everyday. Default: those that are scored.")
    private @Nullable Path fit;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Gets {\"line\",\"anomaly\"} a row.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Path learn = fit == null ? input : fit;
        for (Path file : new Path[] {input, learn}) {
            if (!Files.isReadable(file)) {
                throw new ParameterException(
                        spec.commandLine(), "%s cannot be read. Is the path right?".formatted(file));
            }
        }
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var scorer = TableScorer.fit(format, learn);
                var lines = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
            int rows = scorer.score(input, (record, anomaly) -> write(lines, record, anomaly));
            spec.commandLine().getOut().printf("%,d rows scored by model %s: %s%n", rows, scorer.version(), out);
            return 0;
        } catch (TableException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return BAD_INPUT;
        }
    }

    private static void write(BufferedWriter lines, int record, float anomaly) {
        try {
            lines.write("{\"line\":" + record + ",\"anomaly\":" + anomaly + "}\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the scores", e);
        }
    }
}
