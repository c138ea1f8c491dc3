package dev.analystcopilot.eval.anomaly;

import dev.analystcopilot.embeddings.score.IsolationForest;
import dev.analystcopilot.embeddings.score.OnnxScorer;
import dev.analystcopilot.embeddings.score.Scorer;
import dev.analystcopilot.embeddings.surprise.SurpriseTraining;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.metric.Detection;
import dev.analystcopilot.triage.anomaly.ForestModel;
import dev.analystcopilot.triage.table.TableEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scores of plain rows (NSL-KDD, Zeek) by the product's model, a naive score and an isolation forest alone; and how
/// fast
/// the models run.
public final class AnomalySuite implements Suite {
    private static final int ROUNDS = 5;
    private static final String WHAT = """
            How well a score without labels tells attacks from the rest: NSL-KDD fitted on normal rows only, Zeek's \
            connections fitted on the log itself. `_rare`: attacks thinned to 1 % of the rows. Columns: area under \
            ROC, average precision, recall when 1 % of the rows are looked at.""";
    private static final List<String> NOTES = List.of(
            "NSL-KDD is traffic of 1998, and both halves are the same traffic.",
            "Zeek's label equals \"towards the watched host\", and most rows of the full logs are attacks: what is"
                    + " strange there is the benign. These sets prove the path, not the skill.",
            "The model's settings were chosen on normal rows alone (ADR 0017), not by these labels.");

    @Override
    public String name() {
        return "anomaly";
    }

    @Override
    public Kind kind() {
        return Kind.EVAL;
    }

    @Override
    public String purpose() {
        return "strange rows of NSL-KDD and Zeek, without labels, beside a naive score and an isolation forest";
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        Optional<Path> measure = context.measure().filter(folder -> Files.isDirectory(folder.resolve("anomaly")));
        if (measure.isEmpty()) {
            var row = new Row("ours", Map.of("AUC", Score.none("needs the inputs that make_dev.py builds (MEASURE)")));
            return new SuiteResult(WHAT, List.of(new ResultTable("NSL-KDD and Zeek", List.of(row))), NOTES);
        }
        var tables = new ArrayList<ResultTable>();
        var speeds = new ArrayList<Row>();
        for (String name : AnomalySet.NAMES) {
            AnomalySet set = AnomalySet.read(measure.get(), name);
            context.say("%s: %,d rows".formatted(name, set.rows().size()));
            tables.add(table(set, speeds));
        }
        speeds.add(burstSpeed());
        tables.add(new ResultTable("rows a second through ONNX Runtime, one thread", speeds));
        return new SuiteResult(WHAT, tables, NOTES);
    }

    private static ResultTable table(AnomalySet set, List<Row> speeds) {
        TableEncoder encoder = set.encoder();
        float[][] fit = AnomalySet.encoded(encoder, set.fit());
        float[][] rows = AnomalySet.encoded(encoder, set.rows());
        boolean[] wanted = set.wantedRows();
        var trees = SurpriseTraining.train(
                fit, encoder.names(), encoder.categories(), SurpriseTraining.Settings.defaults());
        var forest = IsolationForest.train(fit, encoder.names(), IsolationForest.Settings.defaults());
        float[] ours;
        try (var scorer = OnnxScorer.open(trees.onnx(Map.of()))) {
            ours = scorer.score(rows);
            speeds.add(speed(set.name(), scorer, rows));
        }
        return new ResultTable(
                set.name(),
                List.of(
                        row("surprise trees (`./copilot score`)", ours, wanted),
                        row("isolation forest alone", forest.score(rows), wanted),
                        row("naive, fitted", NaiveScore.of(set.columns(), set.fit(), set.rows()), wanted)));
    }

    private static Row row(String system, float[] scores, boolean[] wanted) {
        var detection = new Detection(scores, wanted);
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("AUC", Score.of(detection.auc()));
        values.put("AP", Score.of(detection.averagePrecision()));
        values.put("recall at 1 %", Score.of(detection.recallWithin(0.01)));
        return new Row(system, values);
    }

    /// The shipped model of bursts, on rows spread over its features.
    private static Row burstSpeed() {
        try (var shipped = ForestModel.shipped();
                var scorer = OnnxScorer.open(shipped.onnx())) {
            var rows = new float[20_000][shipped.featureNames().size()];
            for (int i = 0; i < rows.length; i++) {
                for (int f = 0; f < rows[i].length; f++) {
                    rows[i][f] = (i * (f + 3) % 101) / 100f;
                }
            }
            return speed("bursts (shipped isolation forest)", scorer, rows);
        }
    }

    private static Row speed(String name, Scorer scorer, float[][] rows) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            scorer.score(rows);
            best = Math.max(best, rows.length / ((System.nanoTime() - start) / 1e9));
        }
        return new Row(name, Map.of("rows/s", Score.of(Math.rint(best))));
    }
}
