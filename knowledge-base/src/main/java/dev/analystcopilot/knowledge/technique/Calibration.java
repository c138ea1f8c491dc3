package dev.analystcopilot.knowledge.technique;

/// Turns scores into frequencies: softmax at a temperature that was fitted on procedure examples of groups and software
/// that models and pages had not seen (Guo et al., ICML 2017).
final class Calibration {
    private static final double SHARPNESS = 0.55;
    /// The weights for questions were learnt as a softmax, so that its scores are logarithms already.
    private static final double SHARPNESS_OF_QUESTIONS = 1;

    private Calibration() {}

    static double[] confidence(double[] scores, boolean question) {
        double sharpness = question ? SHARPNESS_OF_QUESTIONS : SHARPNESS;
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            shares[i] = Math.exp(sharpness * (scores[i] - most));
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
