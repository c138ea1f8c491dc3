package dev.analystcopilot.triage.order;

import java.util.ArrayList;
import java.util.List;

/// Places things on a line by springs: each is drawn to its own place, to those it has to do with, and behind those
/// that come before it. The rest position minimises the springs' energy, a sum of squares, so one system of linear
/// equations gives it; springs of precedence pull only where they are needed, which takes a few rounds.
final class Placement {
    private static final int ROUNDS = 8;

    private record Before(int first, int second, double strength) {}

    private final int size;
    private final double[][] matrix;
    private final double[] pull;
    private final List<Before> precedence = new ArrayList<>();

    Placement(int size) {
        this.size = size;
        matrix = new double[size][size];
        pull = new double[size];
    }

    void anchor(int i, double place, double strength) {
        matrix[i][i] += strength;
        pull[i] += strength * place;
    }

    void near(int i, int j, double strength) {
        spring(matrix, i, j, strength);
    }

    void before(int first, int second, double strength) {
        precedence.add(new Before(first, second, strength));
    }

    /// @param step how far apart two are that follow each other
    double[] rest(double step) {
        double[] x = solve(matrix, pull);
        var pulling = new boolean[precedence.size()];
        for (int round = 0; round < ROUNDS; round++) {
            boolean more = false;
            for (int k = 0; k < pulling.length; k++) {
                Before b = precedence.get(k);
                if (!pulling[k] && x[b.second()] < x[b.first()] + step) {
                    pulling[k] = true;
                    more = true;
                }
            }
            if (!more) {
                break;
            }
            x = solveWith(pulling, step);
        }
        return x;
    }

    private double[] solveWith(boolean[] pulling, double step) {
        var m = new double[size][];
        for (int i = 0; i < size; i++) {
            m[i] = matrix[i].clone();
        }
        double[] p = pull.clone();
        for (int k = 0; k < pulling.length; k++) {
            if (pulling[k]) {
                Before b = precedence.get(k);
                spring(m, b.first(), b.second(), b.strength());
                p[b.first()] -= b.strength() * step;
                p[b.second()] += b.strength() * step;
            }
        }
        return solve(m, p);
    }

    private static void spring(double[][] m, int i, int j, double strength) {
        m[i][i] += strength;
        m[j][j] += strength;
        m[i][j] -= strength;
        m[j][i] -= strength;
    }

    /// By Cholesky's decomposition: the matrix is symmetric and, as everything has an anchor, positive definite.
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        var l = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(sum) : sum / l[j][j];
            }
        }
        var y = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = right[i];
            for (int k = 0; k < i; k++) {
                sum -= l[i][k] * y[k];
            }
            y[i] = sum / l[i][i];
        }
        var x = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = y[i];
            for (int k = i + 1; k < n; k++) {
                sum -= l[k][i] * x[k];
            }
            x[i] = sum / l[i][i];
        }
        return x;
    }
}
