package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.embeddings.text.LinearMap;
import dev.analystcopilot.embeddings.text.Vector;
import java.util.List;

/// Fits a linear map between two spaces: the least squares of pairs, with a ridge (Hoerl & Kennard 1970), through the
/// normal equations and Cholesky's decomposition. Nothing in it is random.
final class Ridge {
    private Ridge() {}

    /// @param weights how much each pair counts
    /// @param lambda the ridge, relative to the mean variance of the input
    static LinearMap fit(List<Vector> from, List<Vector> to, double[] weights, double lambda) {
        int in = from.getFirst().dimension();
        int out = to.getFirst().dimension();
        double[] meanIn = mean(from, weights, in);
        double[] meanOut = mean(to, weights, out);
        double[][] gram = new double[in][in];
        double[][] cross = new double[in][out];
        for (int n = 0; n < from.size(); n++) {
            double[] x = centred(from.get(n), meanIn);
            double[] y = centred(to.get(n), meanOut);
            for (int i = 0; i < in; i++) {
                double xi = x[i] * weights[n];
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += xi * x[j];
                }
                for (int j = 0; j < out; j++) {
                    cross[i][j] += xi * y[j];
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < in; i++) {
            trace += gram[i][i];
        }
        for (int i = 0; i < in; i++) {
            gram[i][i] += lambda * trace / in;
        }
        decompose(gram);
        solve(gram, cross);
        float[][] map = new float[out][in];
        for (int i = 0; i < in; i++) {
            for (int j = 0; j < out; j++) {
                map[j][i] = (float) cross[i][j];
            }
        }
        return new LinearMap(floats(meanIn), floats(meanOut), map);
    }

    private static double[] mean(List<Vector> vectors, double[] weights, int dimension) {
        double[] mean = new double[dimension];
        double total = 0;
        for (int n = 0; n < vectors.size(); n++) {
            float[] values = vectors.get(n).toArray();
            for (int i = 0; i < dimension; i++) {
                mean[i] += weights[n] * values[i];
            }
            total += weights[n];
        }
        for (int i = 0; i < dimension; i++) {
            mean[i] /= total;
        }
        return mean;
    }

    private static double[] centred(Vector vector, double[] mean) {
        float[] values = vector.toArray();
        double[] centred = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            centred[i] = values[i] - mean[i];
        }
        return centred;
    }

    /// The lower triangle in place.
    private static void decompose(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(sum) : sum / a[j][j];
            }
        }
    }

    private static void solve(double[][] lower, double[][] right) {
        int size = lower.length;
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                subtract(right[i], right[k], lower[i][k]);
            }
            divide(right[i], lower[i][i]);
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                subtract(right[i], right[k], lower[k][i]);
            }
            divide(right[i], lower[i][i]);
        }
    }

    private static void subtract(double[] row, double[] other, double factor) {
        for (int i = 0; i < row.length; i++) {
            row[i] -= factor * other[i];
        }
    }

    private static void divide(double[] row, double by) {
        for (int i = 0; i < row.length; i++) {
            row[i] /= by;
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
