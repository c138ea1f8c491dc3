package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.embeddings.text.Vector;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/// The vectors of what ships, so that the first question need not wait for a thousand of them. A byte for each number:
/// the cosine changes by less than 0.01. A text that is not among them is embedded when it is met, so that a stale file
/// costs time and nothing else. `./copilot eval staff` leaves fresh ones in `build/eval-cache/staff`; move them to
/// `knowledge/asked` when documents or ways to ask have changed.
public final class ShippedVectors {
    private static final String FOLDER = "knowledge/asked/";

    private ShippedVectors() {}

    /// By text; empty for a model that none ship for.
    static Map<String, Vector> of(String model) {
        InputStream resource = ShippedVectors.class.getClassLoader().getResourceAsStream(FOLDER + file(model));
        return resource == null ? Map.of() : read(resource);
    }

    /// What [#write] wrote, by text. Closes the stream.
    public static Map<String, Vector> read(InputStream resource) {
        try (var in = new DataInputStream(new BufferedInputStream(resource))) {
            int count = in.readInt();
            int dimension = in.readInt();
            var vectors = new HashMap<String, Vector>();
            for (int i = 0; i < count; i++) {
                String text = in.readUTF();
                float scale = in.readFloat();
                var values = new float[dimension];
                for (int d = 0; d < dimension; d++) {
                    values[d] = in.readByte() * scale;
                }
                vectors.put(text, Vector.of(values));
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read shipped vectors", e);
        }
    }

    /// The name of a model's file.
    public static String file(String model) {
        return model.replaceAll("[^A-Za-z0-9.-]", "_") + ".vectors";
    }

    /// Writes such a file.
    public static void write(Map<String, Vector> vectors, OutputStream to) throws IOException {
        try (var out = new DataOutputStream(to)) {
            out.writeInt(vectors.size());
            out.writeInt(
                    vectors.values().stream().findFirst().map(Vector::dimension).orElse(0));
            for (var entry : vectors.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .toList()) {
                float[] values = entry.getValue().toArray();
                float largest = 1e-9f;
                for (float value : values) {
                    largest = Math.max(largest, Math.abs(value));
                }
                out.writeUTF(entry.getKey());
                out.writeFloat(largest / Byte.MAX_VALUE);
                for (float value : values) {
                    out.writeByte(Math.round(value / largest * Byte.MAX_VALUE));
                }
            }
        }
    }
}
