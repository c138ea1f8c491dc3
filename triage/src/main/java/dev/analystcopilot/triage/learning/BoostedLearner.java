package dev.analystcopilot.triage.learning;

import dev.analystcopilot.embeddings.score.BoostedTrees;
import dev.analystcopilot.embeddings.score.GradientBoosting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Fits boosted trees, and runs what it made through ONNX, as it will run later.
///
/// @param names of the features of a row
public record BoostedLearner(List<String> names, GradientBoosting.Settings settings) implements Learner {
    /// Cautious: a team gives some hundred verdicts, not thousands.
    public static final GradientBoosting.Settings CAUTIOUS =
            new GradientBoosting.Settings(60, 2, 0.1, 0.8, 2, List.of());

    public BoostedLearner {
        names = List.copyOf(names);
    }

    @Override
    public Candidate fit(List<Adjudicated> cases) {
        var labels = new float[cases.size()];
        var weights = new float[cases.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = cases.get(i).attack() ? 1 : 0;
        }
        Arrays.fill(weights, 1);
        BoostedTrees trees = GradientBoosting.train(Replay.rows(cases), labels, weights, names, settings);
        return OnnxCandidate.of(trees.onnx(Map.of("cases", Integer.toString(cases.size()))));
    }
}
