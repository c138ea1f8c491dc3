package dev.analystcopilot.embeddings.surprise;

import dev.analystcopilot.embeddings.score.ModelCard;
import dev.analystcopilot.embeddings.score.OnnxTreeWriter;
import dev.analystcopilot.embeddings.score.Scorer;
import dev.analystcopilot.embeddings.score.Tree;
import dev.analystcopilot.embeddings.score.TreeEnsemble;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// How surprising each of a row's values is, given the others: a row is strange if its values do not go together,
/// even if each of them is common.
///
/// Every column is predicted from all others by a tree ([ColumnTree]) whose leaves hold how often each of the
/// column's values came; a value's surprise is the negative log of its share, measured against what is usual in that
/// leaf. A row's surprise is the sum over its columns, and its score says where that lies among the training rows
/// ([Scale]): 0.5 is as surprising as one training row in a hundred.
///
/// The sum of −ln p(value | the others) is the negative log of a row's pseudo-likelihood (J. Besag, *Statistical
/// Analysis of Non-Lattice Data*, 1975); as an anomaly score it is known as cross-feature analysis (Y. Huang, W. Fan,
/// W. Lee, P. Yu, 2003). Made by [SurpriseTraining]. As ONNX it is one ensemble of trees.
public final class SurpriseTrees implements Scorer {
    private final List<String> featureNames;
    private final TreeEnsemble surprise;
    private final float[] baseline;
    private final Scale scale;
    private final Map<String, String> trainer;

    SurpriseTrees(
            List<String> featureNames,
            TreeEnsemble surprise,
            float[] baseline,
            Scale scale,
            SurpriseTraining.Settings settings) {
        this.featureNames = List.copyOf(featureNames);
        this.surprise = surprise;
        this.baseline = baseline.clone();
        this.scale = scale;
        this.trainer = new TreeMap<>(Map.of(
                "trainer", "surprise-trees",
                "codings", settings.codings().stream().map(String::valueOf).collect(Collectors.joining(",")),
                "depth", Integer.toString(settings.depth()),
                "least_leaf", Integer.toString(settings.leastLeaf()),
                "lean", Double.toString(settings.lean())));
    }

    @Override
    public List<String> featureNames() {
        return featureNames;
    }

    /// The median of each feature over the training rows.
    public float[] baseline() {
        return baseline.clone();
    }

    /// The trees, whose leaves add up to a row's surprise; one for each column, then again for each coding.
    public TreeEnsemble surprise() {
        return surprise;
    }

    @Override
    public float[] score(float[][] rows) {
        var scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            float sum = (float) surprise.evaluate(rows[i])[0];
            scores[i] = scale.score(sum);
        }
        return scores;
    }

    /// What each column adds to the row's surprise, in the order of the columns.
    public float[] byColumn(float[] row) {
        var sums = new float[featureNames.size()];
        for (int t = 0; t < surprise.trees().size(); t++) {
            var one = new TreeEnsemble(
                    row.length,
                    1,
                    surprise.aggregate(),
                    List.of(surprise.trees().get(t)));
            sums[t % sums.length] += (float) one.evaluate(row)[0];
        }
        return sums;
    }

    /// A standard ONNX file: one input `features` (rows × features, float), one output `score` (rows × 1, float).
    ///
    /// @param more properties for the file's metadata beside the trainer's own
    public byte[] onnx(Map<String, String> more) {
        var properties = new TreeMap<>(trainer);
        properties.putAll(more);
        var file = new ByteArrayOutputStream();
        try {
            OnnxTreeWriter.of("surprise_trees", surprise, ModelCard.of(featureNames, baseline, properties))
                    .squash(scale.centre(), scale.width())
                    .write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to memory", e);
        }
        return file.toByteArray();
    }

    @Override
    public String toString() {
        int nodes = surprise.trees().stream().mapToInt(Tree::size).sum();
        return "surprise trees: %d trees, %d nodes".formatted(surprise.trees().size(), nodes);
    }
}
