package dev.analystcopilot.knowledge.technique;

/// Turns scores into frequencies: softmax at a temperature that was fitted on procedure examples of groups and software
/// that models and pages had not seen (Guo et al., ICML 2017).
final class Calibration {
    private static final double SHARPNESS = 0.55;

    private Calibration() {}

    static double[] confidence(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double[] shares = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            shares[i] = Math.exp(SHARPNESS * (scores[i] - most));
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }
}
