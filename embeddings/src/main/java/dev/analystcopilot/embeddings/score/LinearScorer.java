package dev.analystcopilot.embeddings.score;

import dev.analystcopilot.embeddings.onnx.Input;
import dev.analystcopilot.embeddings.onnx.ModelException;
import dev.analystcopilot.embeddings.onnx.OnnxSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;

/// Runs a [LinearClassifier] that was written as ONNX. Safe for use by several threads.
public final class LinearScorer implements AutoCloseable {
    private final OnnxSession session;
    private final Map<String, String> notes;
    private final List<String> labels;
    private final int features;

    private LinearScorer(OnnxSession session, Map<String, String> notes) {
        this.session = session;
        this.notes = notes;
        this.labels = List.of(notes.getOrDefault(OnnxLinearWriter.LABELS, "").split(OnnxLinearWriter.SEPARATOR));
        this.features = Integer.parseInt(notes.getOrDefault(OnnxLinearWriter.FEATURES, "0"));
    }

    /// @param name what to call it in messages
    /// @throws ModelException.Unreadable if it is no model, or does not name its labels
    public static LinearScorer open(byte[] model, String name) {
        OnnxSession session = OnnxSession.open(model, name);
        Map<String, String> notes = session.properties();
        if (notes.containsKey(OnnxLinearWriter.LABELS) && notes.containsKey(OnnxLinearWriter.FEATURES)) {
            return new LinearScorer(session, notes);
        }
        session.close();
        throw new ModelException.Unreadable(
                name + " is no linear classifier: it names no labels", new IllegalArgumentException(name));
    }

    public List<String> labels() {
        return labels;
    }

    /// How the model was made.
    public Map<String, String> notes() {
        return notes;
    }

    public int features() {
        return features;
    }

    /// @return for each row one number for each label, the larger the likelier
    public float[][] score(float[][] rows) {
        FloatBuffer values = FloatBuffer.allocate(rows.length * features);
        for (float[] row : rows) {
            if (row.length != features) {
                throw new IllegalArgumentException("%d values for %d features".formatted(row.length, features));
            }
            values.put(row);
        }
        FloatBuffer all = session.run(Map.of(OnnxTreeWriter.INPUT, Input.of(values.flip(), rows.length, features)));
        float[][] scores = new float[rows.length][labels.size()];
        for (float[] row : scores) {
            all.get(row);
        }
        return scores;
    }

    @Override
    public void close() {
        session.close();
    }
}
