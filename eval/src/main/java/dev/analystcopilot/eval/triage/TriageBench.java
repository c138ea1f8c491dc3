package dev.analystcopilot.eval.triage;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.TriageOutcome;
import dev.analystcopilot.triage.anomaly.ForestModel;
import dev.analystcopilot.triage.correlate.CaseBuilder;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.job.PeakMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// How many alerts a second, whether it stays so when there are twenty times as many, in how much memory, and whether
/// the same alerts always give the same verdicts.
public final class TriageBench implements Suite {
    private static final String SIZE = "alerts";
    private static final int LARGE = 2_000_000;
    private static final int SMALL = 100_000;
    private static final int REPEATED = 50_000;
    private static final String A_SECOND = "a second";
    private static final String A_PROCESSOR_SECOND = "a processor second";
    private static final double MIB = 1 << 20;

    private final TechniqueCatalog catalog = TechniqueCatalog.load();
    private final TriageRun run = new TriageRun(catalog);

    @Override
    public String name() {
        return "triage";
    }

    @Override
    public Kind kind() {
        return Kind.BENCH;
    }

    @Override
    public String purpose() {
        return "alerts a second through triage, its memory, and whether it repeats itself to the letter";
    }

    @Override
    public Set<String> options() {
        return Set.of(SIZE);
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        int large = context.size(SIZE, LARGE);
        int small = Math.min(SMALL, large);
        context.say("warming up");
        run.of(new SyntheticBacklog(small / 2), new Stopwatch());
        var speeds = new ArrayList<Row>();
        var parts = new ArrayList<Row>();
        double costOfSmall = measure(context, small, speeds, parts);
        double costOfLarge = large > small ? measure(context, large, speeds, parts) : costOfSmall;
        speeds.add(new Row(
                "cost of an alert, large to small", Map.of(A_PROCESSOR_SECOND, Score.of(costOfLarge / costOfSmall))));
        context.say("the same again, in another order, two at once");
        Map<String, String> hashes = Repeatability.hashes(run, Math.min(REPEATED, large));
        context.say("from PostgreSQL");
        var watch = new Stopwatch();
        String stored = StoredRun.of(context, small, catalog, watch);
        hashes.put("%,d from PostgreSQL".formatted(small), stored);
        hashes.put(
                "%,d in memory".formatted(small), TriageRun.hash(run.of(new SyntheticBacklog(small), new Stopwatch())));
        return new SuiteResult(
                "A synthetic backlog from a fixed seed: scans (60 %), everyday rules, oddities, an intrusion a day;"
                        + " 50,000 alerts a day on 300 hosts.",
                List.of(
                        new ResultTable("Alerts through triage", speeds),
                        new ResultTable("Bursts through parts of deciding", parts),
                        new ResultTable("From PostgreSQL and back, %,d alerts".formatted(small), stored(watch, small)),
                        new ResultTable("Different verdict hashes", List.of(distinct(hashes)))),
                List.of(
                        "A processor second: of all processors together, collecting garbage included; a busy machine"
                                + " changes it less than the clock.",
                        "live MiB: heap in use when all is decided, after a collection; it holds bursts, cases and 17"
                                + " bytes for the id of each alert. peak MiB: the process's, at its largest.",
                        "Hashes: " + hashes));
    }

    /// @return processor seconds an alert
    private double measure(SuiteContext context, int size, List<Row> speeds, List<Row> parts) {
        context.say("%,d alerts".formatted(size));
        var watch = new Stopwatch();
        TriageOutcome outcome = run.of(new SyntheticBacklog(size), watch);
        double live = live();
        String name = "%,d alerts: ".formatted(size);
        Map<String, Score> all = speed(size, watch.seconds(), watch.processorSeconds());
        all.put("cases", Score.of(outcome.cases().size()));
        all.put("live MiB", Score.of(live));
        all.put("peak MiB", Score.of((double) PeakMemory.megabytes()));
        speeds.add(new Row(name + "all", all));
        for (String stage : TriageRun.STAGES) {
            speeds.add(new Row(name + stage, speed(size, watch.seconds(stage), watch.processorSeconds(stage))));
        }
        parts.addAll(parts(size, outcome));
        return watch.processorSeconds() / size;
    }

    private static Map<String, Score> speed(int size, double seconds, double processorSeconds) {
        Map<String, Score> values = new LinkedHashMap<>();
        values.put(A_SECOND, Score.of(size / seconds));
        values.put(A_PROCESSOR_SECOND, Score.of(size / processorSeconds));
        return values;
    }

    private static List<Row> parts(int size, TriageOutcome outcome) {
        List<Evidence> evidence = Stream.concat(
                        outcome.cases().stream().flatMap(one -> one.draft().evidence().stream()),
                        outcome.setAside().stream())
                .sorted(Comparator.comparing((Evidence e) -> e.burst().first())
                        .thenComparing(e -> e.burst().firstId()))
                .toList();
        List<Burst> bursts = evidence.stream().map(Evidence::burst).toList();
        var watch = new Stopwatch();
        BurstFeatures features = watch.time("features", () -> BurstFeatures.of(bursts));
        try (ForestModel model = watch.time("fit", () -> ForestModel.fit(features.rows(), BurstFeatures.NAMES))) {
            watch.time("ONNX scoring", () -> model.score(features.rows()));
        }
        watch.time("cases", () -> CaseBuilder.cases(evidence));
        return List.of("features", "ONNX scoring", "cases").stream()
                .map(part -> new Row(
                        "%,d alerts, %,d bursts: %s".formatted(size, bursts.size(), part),
                        speed(bursts.size(), watch.seconds(part), watch.processorSeconds(part))))
                .toList();
    }

    private static List<Row> stored(Stopwatch watch, int size) {
        var rows = new ArrayList<Row>();
        for (String stage : List.of(StoredRun.STORE, StoredRun.FIRST, StoredRun.AGAIN)) {
            Map<String, Score> values = new LinkedHashMap<>();
            values.put("alerts/s", Score.of(size / watch.seconds(stage)));
            values.put("seconds", Score.of(watch.seconds(stage)));
            values.put("own processor seconds", Score.of(watch.processorSeconds(stage)));
            rows.add(new Row(stage, values));
        }
        return rows;
    }

    /// Those of one size must be one.
    private static Row distinct(Map<String, String> hashes) {
        var repeated = new LinkedHashSet<String>();
        var sized = new LinkedHashSet<String>();
        hashes.forEach(
                (name, hash) -> (name.contains("PostgreSQL") || name.contains("memory") ? sized : repeated).add(hash));
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("runs", Score.of(hashes.size()));
        values.put("3 runs, other order, two threads", Score.of(repeated.size()));
        values.put("from PostgreSQL and in memory", Score.of(sized.size()));
        return new Row("hashes", values);
    }

    private static double live() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MIB;
    }
}
