package dev.analystcopilot.embeddings.score;

import dev.analystcopilot.embeddings.onnx.Input;
import dev.analystcopilot.embeddings.onnx.ModelException;
import dev.analystcopilot.embeddings.onnx.OnnxSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/// Scores rows with an ONNX model that has one output per row, such as [IsolationForest#writeOnnx] writes. Safe for use
/// by several threads.
public final class OnnxScorer implements Scorer, AutoCloseable {
    private static final int BATCH = 4096;
    private static final int VERSION_LENGTH = 12;

    private final OnnxSession session;
    private final String version;
    private final ModelCard card;

    private OnnxScorer(OnnxSession session, String version, ModelCard card) {
        this.session = session;
        this.version = version;
        this.card = card;
    }

    /// @throws ModelException.Unreadable if the file cannot be read, is no model, or does not name its features
    public static OnnxScorer open(Path file) {
        try {
            return open(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new ModelException.Unreadable("cannot read the model " + file, e);
        }
    }

    /// @throws ModelException.Unreadable if it is no model, or does not name its features
    public static OnnxScorer open(byte[] model) {
        return open(model, "in memory");
    }

    private static OnnxScorer open(byte[] model, String name) {
        OnnxSession session = OnnxSession.open(model, name);
        try {
            return new OnnxScorer(session, shortHash(model), ModelCard.read(session.properties()));
        } catch (IllegalArgumentException e) {
            session.close();
            throw new ModelException.Unreadable(name + " is no scoring model: " + e.getMessage(), e);
        }
    }

    @Override
    public List<String> featureNames() {
        return card.featureNames();
    }

    /// The first 12 hexadecimal digits of the file's SHA-256.
    public String version() {
        return version;
    }

    /// How the model was made: `trainer` and its settings.
    public Map<String, String> trainer() {
        return card.trainer();
    }

    /// An ordinary row of the training data, if the model carries one.
    public Optional<float[]> baseline() {
        return card.baseline().map(OnnxScorer::array);
    }

    @Override
    public float[] score(float[][] rows) {
        Rows.check(rows, featureNames());
        float[] scores = new float[rows.length];
        for (int from = 0; from < rows.length; from += BATCH) {
            float[][] batch = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BATCH));
            run(batch).get(scores, from, batch.length);
        }
        return scores;
    }

    private FloatBuffer run(float[][] rows) {
        int columns = featureNames().size();
        FloatBuffer values = FloatBuffer.allocate(rows.length * columns);
        for (float[] row : rows) {
            values.put(row);
        }
        return session.run(Map.of(OnnxTreeWriter.INPUT, Input.of(values.flip(), rows.length, columns)));
    }

    @Override
    public void close() {
        session.close();
    }

    private static float[] array(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static String shortHash(byte[] model) {
        return DigestUtils.sha256Hex(model).substring(0, VERSION_LENGTH);
    }
}
