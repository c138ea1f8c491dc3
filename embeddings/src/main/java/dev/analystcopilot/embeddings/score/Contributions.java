package dev.analystcopilot.embeddings.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which features made a score: each is put to its baseline in turn, and what the score loses by that is its share.
///
/// Needs nothing but a [Scorer], so it holds for any model. The shares do not add up to the score: features that tell
/// the same story cover for one another.
public final class Contributions {
    private Contributions() {}

    /// @param feature  the feature's name
    /// @param value    its value in the row
    /// @param baseline the value it was put to
    /// @param drop     the score of the row minus the score without this feature; negative if the feature calmed it
    public record Contribution(String feature, float value, float baseline, float drop) {}

    /// One contribution per feature, the largest drop first, equal ones in the order of the features.
    ///
    /// @param baseline an ordinary row, such as the medians of the training rows
    public static List<Contribution> byOcclusion(Scorer scorer, float[] row, float[] baseline) {
        List<String> names = scorer.featureNames();
        Rows.check(baseline, 1, names);
        Rows.check(row, 0, names);
        float[][] variants = new float[row.length + 1][];
        variants[row.length] = row;
        for (int f = 0; f < row.length; f++) {
            variants[f] = row.clone();
            variants[f][f] = baseline[f];
        }
        float[] scores = scorer.score(variants);
        List<Contribution> contributions = new ArrayList<>(row.length);
        for (int f = 0; f < row.length; f++) {
            contributions.add(new Contribution(names.get(f), row[f], baseline[f], scores[row.length] - scores[f]));
        }
        contributions.sort(Comparator.comparingDouble(Contribution::drop).reversed());
        return List.copyOf(contributions);
    }
}
