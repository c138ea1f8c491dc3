package dev.analystcopilot.eval.retrieval;

import java.util.List;

/// Logistic regression by gradient descent with a little shrinkage: a few hundred rows of a few numbers from 0 to 1.
final class Logistic {
    private static final int STEPS = 6_000;
    private static final double RATE = 1.0;
    private static final double SHRINKAGE = 0.0005;

    private Logistic() {}

    /// @param x of a row; the bias is not among them
    record Example(List<Double> x, boolean right) {}

    /// The bias first.
    static List<Double> fit(List<Example> examples, int features) {
        double[] w = new double[features + 1];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[w.length];
            for (Example example : examples) {
                double error = probability(w, example.x()) - (example.right() ? 1 : 0);
                gradient[0] += error;
                for (int i = 0; i < features; i++) {
                    gradient[i + 1] += error * example.x().get(i);
                }
            }
            for (int i = 0; i < w.length; i++) {
                w[i] -= RATE * (gradient[i] / examples.size() + (i == 0 ? 0 : SHRINKAGE * w[i]));
            }
        }
        return java.util.Arrays.stream(w).boxed().toList();
    }

    static double probability(List<Double> weights, List<Double> x) {
        return probability(weights.stream().mapToDouble(Double::doubleValue).toArray(), x);
    }

    private static double probability(double[] w, List<Double> x) {
        double sum = w[0];
        for (int i = 0; i < x.size(); i++) {
            sum += w[i + 1] * x.get(i);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}
