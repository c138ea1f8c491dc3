package dev.analystcopilot.eval.cli;

import dev.analystcopilot.eval.Measured;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.report.ResultFiles;
import dev.analystcopilot.eval.report.ResultJson;
import dev.analystcopilot.eval.report.TerminalTable;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Runs suites. Tables and, as the last line, one JSON object on the standard output; what is under way on the other.
@Command(
        name = "measure",
        description = "Measures: how good the answers are (eval), or how fast they come (bench).",
        mixinStandardHelpOptions = true)
public final class EvalMain implements Callable<Integer> {
    private static final double MILLIS = 1000;

    @Parameters(index = "0", paramLabel = "eval|bench", description = "How good, or how fast.")
    private String kind = "eval";

    @Parameters(index = "1", arity = "0..1", paramLabel = "SUITE", description = "Default: all of them.")
    private @Nullable String name;

    @Option(names = "--list", description = "Only says which there are.")
    private boolean list;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to keep results. Default: eval/results, and the page docs/results.md.")
    private @Nullable Path out;

    @Option(names = "--alerts", paramLabel = "N", description = "So many alerts, for a bench that stores some.")
    private @Nullable Integer alerts;

    @Option(names = "--queries", paramLabel = "N", description = "So many questions, for a bench that asks many.")
    private @Nullable Integer queries;

    @Option(names = "--streams", paramLabel = "N", description = "So many answers at once, for a bench of streams.")
    private @Nullable Integer streams;

    @Option(names = "--seconds", paramLabel = "N", description = "So long, for a bench that goes on for a while.")
    private @Nullable Integer seconds;

    @Option(names = "--fit", paramLabel = "N", description = "Fit weights anew, in so many steps (usual: 600).")
    private @Nullable Integer fit;

    @Option(names = "--cases", paramLabel = "N", description = "About so many cases, for a bench that asks about them.")
    private @Nullable Integer cases;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        int code = new CommandLine(new EvalMain())
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(arguments);
        System.exit(code);
    }

    @Override
    public Integer call() {
        List<Suite> suites = wanted();
        Map<String, Integer> sizes = sizes(suites);
        PrintWriter terminal = spec.commandLine().getOut();
        if (list) {
            suites.forEach(suite -> terminal.printf("%-14s %s%n", suite.name(), suite.purpose()));
            return 0;
        }
        Path root =
                Path.of(System.getProperty("copilot.root", "")).toAbsolutePath().normalize();
        ResultFiles files = out == null ? ResultFiles.ofCheckout(root) : ResultFiles.in(out);
        List<Measured> results = new ArrayList<>();
        for (Suite suite : suites) {
            var context = new SuiteContext(
                    root, System.getenv(), sizes, spec.commandLine().getErr()::println);
            Measured measured = measure(suite, context);
            if (out != null || (suite.whole(context) && measured.result().isScored())) {
                files.keep(measured);
            } else {
                spec.commandLine()
                        .getErr()
                        .println("Not kept: this is not the whole of " + suite.name() + ", or nothing could be scored");
            }
            measured.result().tables().forEach(table -> terminal.println(TerminalTable.of(table)));
            measured.result().notes().forEach(note -> terminal.println("- " + note));
            results.add(measured);
        }
        terminal.println(results.size() == 1 ? ResultJson.line(results.getFirst()) : ResultJson.line(results));
        return 0;
    }

    private List<Suite> wanted() {
        Suite.Kind asked = switch (kind) {
            case "eval" -> Suite.Kind.EVAL;
            case "bench" -> Suite.Kind.BENCH;
            default -> throw new ParameterException(spec.commandLine(), "eval or bench, not " + kind);
        };
        List<Suite> all = Suites.of(asked);
        if (name == null) {
            return all;
        }
        List<Suite> one =
                all.stream().filter(suite -> suite.name().equals(name)).toList();
        if (one.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no %s '%s', only: %s"
                            .formatted(kind, name, all.stream().map(Suite::name).collect(Collectors.joining(", "))));
        }
        return one;
    }

    /// Those that were given; each has to mean something to every suite that runs.
    private Map<String, Integer> sizes(List<Suite> suites) {
        Map<String, Integer> given = new LinkedHashMap<>();
        if (alerts != null) {
            given.put("alerts", alerts);
        }
        if (queries != null) {
            given.put("queries", queries);
        }
        if (streams != null) {
            given.put("streams", streams);
        }
        if (seconds != null) {
            given.put("seconds", seconds);
        }
        if (fit != null) {
            given.put("fit", fit);
        }
        if (cases != null) {
            given.put("cases", cases);
        }
        given.forEach((size, value) -> {
            if (value < 1) {
                throw new ParameterException(spec.commandLine(), "--%s must be 1 or more".formatted(size));
            }
            suites.stream()
                    .filter(suite -> !suite.options().contains(size))
                    .findFirst()
                    .ifPresent(suite -> {
                        throw new ParameterException(
                                spec.commandLine(), "%s %s takes no --%s".formatted(kind, suite.name(), size));
                    });
        });
        return given;
    }

    private static String words(Map<String, Integer> sizes) {
        return sizes.entrySet().stream()
                .map(size -> " --" + size.getKey() + " " + size.getValue())
                .collect(Collectors.joining());
    }

    private Measured measure(Suite suite, SuiteContext context) {
        context.say("==> " + suite.name() + ": " + suite.purpose());
        String machine = Machine.words();
        Instant begin = Instant.now();
        SuiteResult result = suite.run(context);
        return new Measured(
                suite.name(),
                "./copilot " + kind + " " + suite.name() + words(context.sizes()),
                LocalDate.now(ZoneOffset.UTC),
                machine,
                Duration.between(begin, Instant.now()).toMillis() / MILLIS,
                result);
    }
}
