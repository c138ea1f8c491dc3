package dev.analystcopilot.triage.disposition;

/// What the learnt part says of a row, and what each feature adds to it.
final class Explained {
    private final double logOdds;
    private final double[] adds;

    Explained(double logOdds, double[] adds) {
        this.logOdds = logOdds;
        this.adds = adds.clone();
    }

    double logOdds() {
        return logOdds;
    }

    /// Together.
    double adds(String... features) {
        double sum = 0;
        for (String feature : features) {
            sum += adds[CaseFeatures.index(feature)];
        }
        return sum;
    }
}
