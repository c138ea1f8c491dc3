package dev.analystcopilot.knowledge.postgres.learning;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What a model sees of a case.
///
/// @param version of the features: only rows of one version compare
public record FeatureRow(String version, List<Float> values) {
    public FeatureRow {
        requireNonNull(version, "version");
        values = List.copyOf(values);
    }

    public static FeatureRow of(String version, float[] values) {
        var boxed = new java.util.ArrayList<Float>(values.length);
        for (float value : values) {
            boxed.add(value);
        }
        return new FeatureRow(version, boxed);
    }

    public float[] array() {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
