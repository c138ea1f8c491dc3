package dev.analystcopilot.embeddings.score;

/// A row with its label: the features that are not nought, and what they are.
public final class Example {
    private final int[] features;
    private final float[] values;
    private final int label;
    private final float weight;

    private Example(int[] features, float[] values, int label, float weight) {
        this.features = features;
        this.values = values;
        this.label = label;
        this.weight = weight;
    }

    /// @param features each at most once
    /// @param label counted from 0
    /// @param weight how much the example counts
    public static Example of(int[] features, float[] values, int label, float weight) {
        if (features.length != values.length) {
            throw new IllegalArgumentException("%d features, %d values".formatted(features.length, values.length));
        }
        return new Example(features.clone(), values.clone(), label, weight);
    }

    int label() {
        return label;
    }

    float weight() {
        return weight;
    }

    int size() {
        return features.length;
    }

    int feature(int index) {
        return features[index];
    }

    float value(int index) {
        return values[index];
    }

    void check(int count, int labels) {
        for (int feature : features) {
            if (feature < 0 || feature >= count) {
                throw new IllegalArgumentException("there is no feature " + feature + " of " + count);
            }
        }
        if (label < 0 || label >= labels) {
            throw new IllegalArgumentException("there is no label " + label + " of " + labels);
        }
    }

    /// @param weights a row of `sums.length` for each feature
    void addTo(float[] sums, float[] weights) {
        for (int i = 0; i < features.length; i++) {
            float value = values[i];
            int from = features[i] * sums.length;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += value * weights[from + j];
            }
        }
    }
}
