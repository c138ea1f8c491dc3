package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.embeddings.score.BoostedTrees;
import dev.analystcopilot.embeddings.score.GradientBoosting;
import dev.analystcopilot.triage.model.ModelFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;

/// Fits the learnt part of judging cases, and calibrates it on what it did not see: each group (a network,
/// a month) is scored by trees of the others, and these scores teach the calibration of the trees of all.
public final class DispositionTraining {
    /// Cautious: some hundred cases, of which a few dozen are attacks.
    private static final GradientBoosting.Settings SETTINGS =
            new GradientBoosting.Settings(40, 2, 0.1, 1, 2, CaseFeatures.MONOTONE);

    /// Groups of one network that came alone.
    private static final int FOLDS = 5;

    private DispositionTraining() {}

    /// A case whose truth is known.
    ///
    /// @param group cases of one origin; what is learnt from a group is never tested on it
    public record LabelledCase(String group, List<Float> row, boolean attack) {
        public LabelledCase {
            row = List.copyOf(row);
        }

        public static LabelledCase of(String group, float[] row, boolean attack) {
            var values = new ArrayList<Float>();
            for (float value : row) {
                values.add(value);
            }
            return new LabelledCase(group, values, attack);
        }

        private float[] array() {
            var array = new float[row.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = row.get(i);
            }
            return array;
        }
    }

    /// The same cases in the same order give the same file, byte for byte.
    ///
    /// @throws IllegalArgumentException if attacks or others are missing
    public static ModelFile train(List<LabelledCase> given) {
        return train(given, SETTINGS);
    }

    static ModelFile train(List<LabelledCase> given, GradientBoosting.Settings settings) {
        long attacks = given.stream().filter(LabelledCase::attack).count();
        if (attacks == 0 || attacks == given.size()) {
            throw new IllegalArgumentException(
                    "%d attacks among %d cases teach nothing: both are needed".formatted(attacks, given.size()));
        }
        List<LabelledCase> cases = grouped(given);
        var groups = new TreeSet<String>();
        cases.forEach(each -> groups.add(each.group()));
        var scores = new ArrayList<Double>();
        var labels = new ArrayList<Boolean>();
        var weights = new ArrayList<Double>();
        for (String group : groups) {
            List<LabelledCase> others =
                    cases.stream().filter(c -> !c.group().equals(group)).toList();
            List<LabelledCase> own =
                    cases.stream().filter(c -> c.group().equals(group)).toList();
            BoostedTrees trees = trees(others, settings);
            float[] probabilities =
                    trees.score(own.stream().map(LabelledCase::array).toArray(float[][]::new));
            for (int i = 0; i < probabilities.length; i++) {
                scores.add(DispositionModel.raw(probabilities[i]));
                labels.add(own.get(i).attack());
                weights.add((double) cases.size() / groups.size() / own.size());
            }
        }
        var labelled = new boolean[labels.size()];
        for (int i = 0; i < labelled.length; i++) {
            labelled[i] = labels.get(i);
        }
        Calibration calibration = Calibration.fit(doubles(scores), labelled, doubles(weights));
        var properties = new LinkedHashMap<>(calibration.properties());
        properties.put("cases", Integer.toString(cases.size()));
        properties.put("attacks", Long.toString(attacks));
        byte[] onnx = trees(cases, settings).onnx(properties);
        return new ModelFile(
                onnx, JsonMapper.shared().writeValueAsString(card(cases, attacks, groups.size(), calibration)));
    }

    /// A model that has learnt nothing and says even: what cases are made with while there is none to judge
    /// them.
    public static ModelFile untaught() {
        var rows = new float[2][CaseFeatures.NAMES.size()];
        BoostedTrees trees = GradientBoosting.train(
                rows, new float[] {0.5f, 0.5f}, new float[] {1, 1}, CaseFeatures.NAMES, SETTINGS);
        return new ModelFile(trees.onnx(Map.of()), "{}");
    }

    /// Cases of a single origin are parted by their place in the list: neighbours in time stay together.
    private static List<LabelledCase> grouped(List<LabelledCase> cases) {
        if (cases.stream().map(LabelledCase::group).distinct().count() > 1) {
            return cases;
        }
        var parted = new ArrayList<LabelledCase>();
        for (int i = 0; i < cases.size(); i++) {
            LabelledCase each = cases.get(i);
            parted.add(new LabelledCase("part " + (i * FOLDS / cases.size()), each.row(), each.attack()));
        }
        return parted;
    }

    /// Each group weighs the same, however many cases it has.
    private static BoostedTrees trees(List<LabelledCase> cases, GradientBoosting.Settings settings) {
        Map<String, Integer> sizes = new HashMap<>();
        cases.forEach(each -> sizes.merge(each.group(), 1, Integer::sum));
        var rows = new float[cases.size()][];
        var labels = new float[cases.size()];
        var weights = new float[cases.size()];
        for (int i = 0; i < rows.length; i++) {
            LabelledCase each = cases.get(i);
            rows[i] = each.array();
            labels[i] = each.attack() ? 1 : 0;
            weights[i] = (float) cases.size() / sizes.size() / sizes.getOrDefault(each.group(), 1);
        }
        return GradientBoosting.train(rows, labels, weights, CaseFeatures.NAMES, settings);
    }

    private static Map<String, Object> card(
            List<LabelledCase> cases, long attacks, int groups, Calibration calibration) {
        var card = new LinkedHashMap<String, Object>();
        card.put("kind", DispositionModel.KIND);
        card.put("cases", cases.size());
        card.put("attacks", attacks);
        card.put("groups", groups);
        card.put("features", CaseFeatures.NAMES);
        card.put("calibration", List.of(calibration.slope(), calibration.intercept()));
        return card;
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
