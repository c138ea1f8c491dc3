package dev.analystcopilot.embeddings.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// One run of training a [LinearClassifier].
final class LinearTraining {
    private static final float FIRST = 0.9f;
    private static final float SECOND = 0.999f;
    private static final float TINY = 1e-8f;

    private final List<Example> examples;
    private final LinearClassifier.Settings settings;
    private final List<String> names;
    private final int features;
    private final int labels;
    private final float[] weights;
    private final float[] mean;
    private final float[] square;
    private final float[] bias;
    private final float[] biasMean;
    private final float[] biasSquare;

    LinearTraining(List<Example> examples, int features, List<String> names, LinearClassifier.Settings settings) {
        this.examples = examples;
        this.settings = settings;
        this.names = names;
        this.features = features;
        this.labels = names.size();
        this.weights = new float[features * labels];
        this.mean = new float[weights.length];
        this.square = new float[weights.length];
        this.bias = new float[labels];
        this.biasMean = new float[labels];
        this.biasSquare = new float[labels];
    }

    LinearClassifier run() {
        int[] order = IntStream.range(0, examples.size()).toArray();
        var random = new Random(settings.seed());
        int perEpoch = (order.length + settings.batch() - 1) / settings.batch();
        int steps = settings.epochs() * perEpoch;
        int step = 0;
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += settings.batch()) {
                step++;
                int[] batch = Arrays.copyOfRange(order, from, Math.min(order.length, from + settings.batch()));
                step(batch, step, settings.rate() * (1 - (double) step / (steps + 1)));
            }
        }
        return new LinearClassifier(features, names, weights, bias);
    }

    private void step(int[] batch, int step, double rate) {
        float[][] errors = new float[batch.length][];
        IntStream.range(0, batch.length)
                .parallel()
                .forEach(row -> errors[row] = error(examples.get(batch[row]), 1f / batch.length));
        float corrected = (float) (rate * Math.sqrt(1 - Math.pow(SECOND, step)) / (1 - Math.pow(FIRST, step)));
        List<Use>[] uses = uses(batch);
        IntStream.range(0, features)
                .parallel()
                .filter(feature -> uses[feature] != null)
                .forEach(feature -> update(feature, uses[feature], errors, corrected));
        float[] gradient = new float[labels];
        for (float[] error : errors) {
            add(gradient, error, 1);
        }
        move(bias, biasMean, biasSquare, 0, gradient, corrected);
    }

    private record Use(int row, float value) {}

    @SuppressWarnings({"unchecked", "rawtypes"})
    private List<Use>[] uses(int[] batch) {
        List<Use>[] uses = new List[features];
        for (int row = 0; row < batch.length; row++) {
            Example example = examples.get(batch[row]);
            for (int i = 0; i < example.size(); i++) {
                int feature = example.feature(i);
                if (uses[feature] == null) {
                    uses[feature] = new ArrayList<>();
                }
                uses[feature].add(new Use(row, example.value(i)));
            }
        }
        return uses;
    }

    /// Probabilities less the truth: the gradient at the labels.
    private float[] error(Example example, float share) {
        float[] p = bias.clone();
        example.addTo(p, weights);
        float most = Float.NEGATIVE_INFINITY;
        for (float value : p) {
            most = Math.max(most, value);
        }
        float sum = 0;
        for (int j = 0; j < labels; j++) {
            p[j] = (float) Math.exp(p[j] - most);
            sum += p[j];
        }
        float scale = example.weight() * share;
        for (int j = 0; j < labels; j++) {
            p[j] *= scale / sum;
        }
        p[example.label()] -= scale;
        return p;
    }

    private void update(int feature, List<Use> uses, float[][] errors, float rate) {
        float[] gradient = new float[labels];
        int from = feature * labels;
        float decay = (float) settings.decay();
        for (int j = 0; j < labels; j++) {
            gradient[j] = decay * weights[from + j];
        }
        for (Use use : uses) {
            add(gradient, errors[use.row()], use.value());
        }
        move(weights, mean, square, from, gradient, rate);
    }

    private static void add(float[] sums, float[] values, float factor) {
        for (int j = 0; j < sums.length; j++) {
            sums[j] += factor * values[j];
        }
    }

    private static void move(float[] what, float[] mean, float[] square, int from, float[] gradient, float rate) {
        for (int j = 0; j < gradient.length; j++) {
            float g = gradient[j];
            float m = FIRST * mean[from + j] + (1 - FIRST) * g;
            float s = SECOND * square[from + j] + (1 - SECOND) * g * g;
            mean[from + j] = m;
            square[from + j] = s;
            what[from + j] -= rate * m / ((float) Math.sqrt(s) + TINY);
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
