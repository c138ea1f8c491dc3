package dev.analystcopilot.triage.anomaly;

import java.util.ArrayList;
import java.util.List;

/// Puts the model for a run together.
public final class AnomalyModels {
    /// A week: after so many observed hours a scope's own rows weigh as much as all that was learnt elsewhere.
    static final double HALF_TRUST_HOURS = 168;

    private AnomalyModels() {}

    /// What is strange here, by the scope's own rows and by what was learnt before. A scope that was watched
    /// for h hours
    /// counts h / (h + 168), so a new site rests on the former model, and an old one on itself.
    ///
    /// @param rows  all of the scope, shape (n, names), at least one
    /// @param hours in which the scope was watched
    /// @param prior stays open: whoever opened it closes it
    /// @throws IllegalArgumentException if the prior reads a feature that there is not
    public static AnomalyModel forScope(float[][] rows, List<String> names, int hours, ForestModel prior) {
        int[] places = places(prior.featureNames(), names);
        return new BlendedModel(ForestModel.fit(rows, names), prior, places, hours / (hours + HALF_TRUST_HOURS));
    }

    /// Where the features of a model stand among those there are: features may be added without making a model
    /// unusable.
    private static int[] places(List<String> wanted, List<String> names) {
        List<String> missing = new ArrayList<>(wanted);
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "the anomaly model reads features that this version does not make: %s. ./copilot train anomaly makes a new one."
                            .formatted(missing));
        }
        return wanted.stream().mapToInt(names::indexOf).toArray();
    }
}
