package dev.analystcopilot.eval.staff;

import dev.analystcopilot.knowledge.staff.StaffLesson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Fits the weights of the staff desk's search: a softmax over all documents and "none of them", by Adam on the whole
/// set,
/// with a little of the ridge. What is declined counts double: a guess is worse than no answer. The same each time.
final class StaffFit {
    private static final List<String> OUTSIDE = List.of("near", "top", "spelling", "match");
    private static final double DECLINED_COUNTS = 2;
    private static final double RIDGE = 1e-3;
    private static final double RATE = 0.3;
    private static final double LATE_RATE = 0.06;
    private static final double LATE_FROM = 0.7;
    private static final double MEMORY = 0.9;
    private static final double LONG_MEMORY = 0.999;
    private static final double TINY = 1e-8;

    private final List<String> names;
    private final int width;

    private StaffFit(List<String> names) {
        this.names = names;
        this.width = names.size() + OUTSIDE.size() + 1;
    }

    /// The features of a question's candidates, one row each and "none of them" last; which of them are right.
    private static final class Rows {
        private final double[][] values;
        private final boolean[] right;
        private final double weight;

        Rows(double[][] values, boolean[] right, double weight) {
            this.values = values;
            this.right = right;
            this.weight = weight;
        }
    }

    /// By name, those of "none of them" with `outside.` before it.
    static Map<String, Double> weights(List<StaffLesson> lessons, int steps) {
        var fit = new StaffFit(List.copyOf(new TreeSet<>(lessons.getFirst().names())));
        return fit.named(fit.fitted(lessons.stream().map(fit::rows).toList(), steps));
    }

    private Map<String, Double> named(double[] fitted) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            weights.put(names.get(i), fitted[i]);
        }
        for (int i = 0; i < OUTSIDE.size(); i++) {
            weights.put("outside." + OUTSIDE.get(i), fitted[names.size() + i]);
        }
        weights.put("outside.bias", fitted[width - 1]);
        return weights;
    }

    private Rows rows(StaffLesson lesson) {
        int documents = lesson.documents().size();
        double[][] values = new double[documents + 1][width];
        boolean[] right = new boolean[documents + 1];
        for (int d = 0; d < documents; d++) {
            StaffLesson.Candidate candidate = lesson.documents().get(d);
            right[d] = lesson.right().contains(candidate.ref());
            for (int i = 0; i < names.size(); i++) {
                values[d][i] = candidate.features().getOrDefault(names.get(i), 0.0);
            }
        }
        right[documents] = lesson.right().isEmpty();
        for (int i = 0; i < OUTSIDE.size(); i++) {
            values[documents][names.size() + i] = lesson.outside().getOrDefault(OUTSIDE.get(i), 0.0);
        }
        values[documents][width - 1] = 1;
        return new Rows(values, right, lesson.right().isEmpty() ? DECLINED_COUNTS : 1);
    }

    private double[] fitted(List<Rows> all, int steps) {
        double[] scale = scale(all);
        double[] theta = new double[width];
        double[] first = new double[width];
        double[] second = new double[width];
        for (int step = 1; step <= steps; step++) {
            double[] gradient = gradient(all, theta, scale);
            double rate = step < steps * LATE_FROM ? RATE : LATE_RATE;
            for (int i = 0; i < width; i++) {
                first[i] = MEMORY * first[i] + (1 - MEMORY) * gradient[i];
                second[i] = LONG_MEMORY * second[i] + (1 - LONG_MEMORY) * gradient[i] * gradient[i];
                double mean = first[i] / (1 - Math.pow(MEMORY, step));
                double square = second[i] / (1 - Math.pow(LONG_MEMORY, step));
                theta[i] -= rate * mean / (Math.sqrt(square) + TINY);
            }
        }
        for (int i = 0; i < width; i++) {
            theta[i] /= scale[i];
        }
        return theta;
    }

    private double[] gradient(List<Rows> all, double[] theta, double[] scale) {
        double[] gradient = new double[width];
        double weights = 0;
        for (Rows rows : all) {
            double[] chosen = chances(rows, theta, scale, false);
            double[] wanted = chances(rows, theta, scale, true);
            for (int r = 0; r < chosen.length; r++) {
                double error = (chosen[r] - wanted[r]) * rows.weight;
                for (int i = 0; i < width; i++) {
                    gradient[i] += error * rows.values[r][i] / scale[i];
                }
            }
            weights += rows.weight;
        }
        for (int i = 0; i < width; i++) {
            gradient[i] = gradient[i] / weights + RIDGE * theta[i];
        }
        return gradient;
    }

    /// Of all rows, or among the right ones.
    private double[] chances(Rows rows, double[] theta, double[] scale, boolean rightOnly) {
        double[] chances = new double[rows.values.length];
        double highest = Double.NEGATIVE_INFINITY;
        for (int r = 0; r < chances.length; r++) {
            for (int i = 0; i < width; i++) {
                chances[r] += theta[i] * rows.values[r][i] / scale[i];
            }
            highest = Math.max(highest, chances[r]);
        }
        double sum = 0;
        for (int r = 0; r < chances.length; r++) {
            chances[r] = rightOnly && !rows.right[r] ? 0 : Math.exp(chances[r] - highest);
            sum += chances[r];
        }
        for (int r = 0; r < chances.length; r++) {
            chances[r] = sum == 0 ? 0 : chances[r] / sum;
        }
        return chances;
    }

    /// The standard deviation of each feature over all rows.
    private double[] scale(List<Rows> all) {
        double[] sum = new double[width];
        double[] squares = new double[width];
        double count = 0;
        for (Rows rows : all) {
            for (double[] row : rows.values) {
                count++;
                for (int i = 0; i < width; i++) {
                    sum[i] += row[i];
                    squares[i] += row[i] * row[i];
                }
            }
        }
        double[] scale = new double[width];
        for (int i = 0; i < width; i++) {
            double mean = sum[i] / count;
            scale[i] = Math.sqrt(Math.max(0, squares[i] / count - mean * mean)) + 1e-6;
        }
        return scale;
    }
}
