package dev.analystcopilot.triage.anomaly;

import dev.analystcopilot.embeddings.score.IsolationForest;
import dev.analystcopilot.triage.model.ModelFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/// Fits a model on unlabelled history and puts into its file what scoring needs beside the trees: the quantiles of the
/// training rows' scores, and how each feature was spread.
public final class AnomalyTraining {
    static final String QUANTILES = "score_quantiles";
    static final String SPREAD = "feature_spread";
    static final String SCORE_SPREAD = "score_spread";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnomalyTraining() {}

    /// @param rows at least one, shape (n, names)
    /// @param card what the data is, whose, under which licence: goes into the card as it is
    public static ModelFile fit(float[][] rows, List<String> names, Map<String, String> card) {
        var settings = IsolationForest.Settings.defaults();
        IsolationForest forest = IsolationForest.train(rows, names, settings);
        float[] scores = forest.score(rows);
        Map<String, String> properties = new TreeMap<>(card);
        properties.put(QUANTILES, Percentiles.of(scores).text());
        properties.put(SCORE_SPREAD, Reference.of(scores).text());
        properties.put(
                SPREAD,
                IntStream.range(0, names.size())
                        .mapToObj(f -> Reference.of(column(rows, f)).text())
                        .collect(Collectors.joining("\n")));
        return new ModelFile(forest.onnx(properties), card(rows.length, names, settings, card));
    }

    static float[] column(float[][] rows, int feature) {
        var column = new float[rows.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = rows[i][feature];
        }
        return column;
    }

    private static String card(
            int rows, List<String> names, IsolationForest.Settings settings, Map<String, String> card) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", ForestModel.KIND);
        json.put("trainer", "isolation forest, %d trees of %d rows".formatted(settings.trees(), settings.sample()));
        json.put("features", names);
        json.put("rows", rows);
        json.putAll(new TreeMap<>(card));
        return JSON.writeValueAsString(json);
    }
}
