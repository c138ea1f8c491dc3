package dev.analystcopilot.triage.narrate.meaning;

import dev.analystcopilot.embeddings.text.Vector;
import java.util.List;

/// Vectors without what all of them share. Questions to a security product are all somewhat alike; what is left tells
/// them apart.
final class Centred {
    private final Vector middle;
    private final double length;

    Centred(List<Vector> vectors) {
        float[] sum = new float[vectors.getFirst().dimension()];
        for (Vector vector : vectors) {
            float[] values = vector.toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        }
        this.length = length(sum) / vectors.size();
        this.middle = Vector.of(sum);
    }

    /// @return unit length again
    Vector of(Vector vector) {
        float[] values = vector.toArray();
        float[] mean = middle.toArray();
        for (int i = 0; i < values.length; i++) {
            values[i] -= (float) (length * mean[i]);
        }
        return Vector.of(values);
    }

    private static double length(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }
}
