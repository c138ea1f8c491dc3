package dev.analystcopilot.embeddings.score;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Softmax regression: one weight for each feature and label, and a bias for each label.
///
/// Trained with Adam (Kingma & Ba, ICLR 2015), whose moments of a feature move only where a batch has the feature, and
/// with a rate that falls to nothing. The same examples in the same order with the same settings give the same weights,
/// whatever the number of processors: threads share out rows or features, and each sum has one order.
public final class LinearClassifier {
    private final int features;
    private final List<String> labels;
    private final float[] weights;
    private final float[] bias;

    LinearClassifier(int features, List<String> labels, float[] weights, float[] bias) {
        this.features = features;
        this.labels = List.copyOf(labels);
        this.weights = weights;
        this.bias = bias;
    }

    /// @param epochs how often all examples are seen
    /// @param batch  examples a step
    /// @param rate   the first step's length
    /// @param decay  pulls weights towards nothing: more of it, and the classifier is simpler
    /// @param seed   of the order of the examples
    public record Settings(int epochs, int batch, double rate, double decay, long seed) {
        public Settings {
            if (epochs < 1 || batch < 1 || rate <= 0 || decay < 0) {
                throw new IllegalArgumentException("epochs, batch and rate are positive, decay is not negative");
            }
        }
    }

    /// @param labels in the order that examples count them by
    /// @throws IllegalArgumentException if there is no example, or one names a feature or label that is not there
    public static LinearClassifier train(List<Example> examples, int features, List<String> labels, Settings settings) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("no examples");
        }
        examples.forEach(example -> example.check(features, labels.size()));
        return new LinearTraining(examples, features, labels, settings).run();
    }

    public List<String> labels() {
        return labels;
    }

    /// One number for each label, the larger the likelier: log-odds but for a common summand.
    public float[] logits(Example row) {
        float[] sums = bias.clone();
        row.addTo(sums, weights);
        return sums;
    }

    /// Writes the classifier as ONNX with weights in 8 bits, each feature on its own scale.
    ///
    /// @param notes how it was made, kept in the file
    public void writeOnnx(Path file, Map<String, String> notes) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            OnnxLinearWriter.write(out, this, notes);
        }
    }

    int features() {
        return features;
    }

    float[] weights(int feature) {
        return Arrays.copyOfRange(weights, feature * labels.size(), (feature + 1) * labels.size());
    }

    float[] bias() {
        return bias.clone();
    }
}
