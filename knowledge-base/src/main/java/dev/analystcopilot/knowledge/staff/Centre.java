package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.List;

/// What all of many vectors have in common says nothing of any: sentence models give every short question much the same
/// direction, so that all cosines are high. Taken away, what is left tells them apart (Mu & Viswanath 2018,
/// "All-but-the-
/// top"). Immutable.
final class Centre {
    private static final double NOTHING = 1e-6;

    private final float[] mean;

    Centre(List<Vector> vectors) {
        int dimension = vectors.isEmpty() ? 0 : vectors.getFirst().dimension();
        double[] sum = new double[dimension];
        for (Vector vector : vectors) {
            float[] values = vector.toArray();
            for (int i = 0; i < dimension; i++) {
                sum[i] += values[i];
            }
        }
        this.mean = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            mean[i] = (float) (sum[i] / vectors.size());
        }
    }

    /// The vector without what it has in common with the others; itself where nothing else is in it.
    Vector without(Vector vector) {
        float[] values = vector.toArray();
        if (values.length != mean.length) {
            return vector;
        }
        double rest = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean[i];
            rest += Math.abs((double) values[i]);
        }
        return rest < NOTHING ? vector : Vector.of(values);
    }
}
