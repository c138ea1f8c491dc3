package dev.analystcopilot.embeddings.text;

import java.util.Arrays;

/// A direction in embedding space: unit length, immutable, equal by value.
///
/// Values that are of unit length to within 1e-5 already are kept bit for bit, so that a vector survives the way
/// through an array and back.
public final class Vector {
    private static final double UNIT_TOLERANCE = 1e-5;

    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    /// Copies the values and scales them to unit length.
    ///
    /// @throws IllegalArgumentException if there are none, one is not finite, or all are zero
    public static Vector of(float... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a vector needs at least one dimension");
        }
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        double length = Math.sqrt(squares);
        if (!Double.isFinite(length) || length == 0) {
            throw new IllegalArgumentException("no direction: the values' length is " + length);
        }
        float[] unit = values.clone();
        if (Math.abs(length - 1) > UNIT_TOLERANCE) {
            for (int i = 0; i < unit.length; i++) {
                unit[i] = (float) (unit[i] / length);
            }
        }
        return new Vector(unit);
    }

    public int dimension() {
        return values.length;
    }

    /// A copy of the components.
    public float[] toArray() {
        return values.clone();
    }

    /// The cosine of the angle to another vector of the same dimension, -1 to 1.
    public double cosine(Vector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    "cannot compare %d with %d dimensions".formatted(values.length, other.values.length));
        }
        double dot = 0;
        for (int i = 0; i < values.length; i++) {
            dot += (double) values[i] * other.values[i];
        }
        return Math.clamp(dot, -1.0, 1.0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector vector && Arrays.equals(values, vector.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Vector[%d, %.4f…]".formatted(values.length, values[0]);
    }
}
