package dev.analystcopilot.embeddings.text;

import dev.analystcopilot.embeddings.onnx.Input;
import dev.analystcopilot.embeddings.onnx.OnnxSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;

/// One loaded model with its tokenizer: ids in, vectors out, on the caller's thread.
final class BgeModel implements AutoCloseable {
    private final WordPieces pieces;
    private final OnnxSession session;
    private final int dimension;

    private BgeModel(WordPieces pieces, OnnxSession session, int dimension) {
        this.pieces = pieces;
        this.session = session;
        this.dimension = dimension;
    }

    static BgeModel load(BgeVariant variant) {
        OnnxSession session = OnnxSession.open(variant.weights().extract());
        try {
            return new BgeModel(WordPieces.load(variant.tokenizer()), session, variant.dimension());
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    List<long[]> encode(List<String> texts) {
        return pieces.encode(texts);
    }

    /// One padded batch. BGE's vector is that of the first token (`[CLS]`), scaled to unit length.
    Vector[] run(List<long[]> texts) {
        int rows = texts.size();
        int columns = texts.stream().mapToInt(ids -> ids.length).max().orElse(0);
        LongBuffer ids = longs(rows * columns);
        LongBuffer mask = longs(rows * columns);
        LongBuffer types = longs(rows * columns);
        for (int row = 0; row < rows; row++) {
            long[] text = texts.get(row);
            ids.put(row * columns, text);
            for (int i = 0; i < text.length; i++) {
                mask.put(row * columns + i, 1);
            }
        }
        FloatBuffer states = session.run(Map.of(
                "input_ids", Input.of(ids, rows, columns),
                "attention_mask", Input.of(mask, rows, columns),
                "token_type_ids", Input.of(types, rows, columns)));
        Vector[] vectors = new Vector[rows];
        float[] first = new float[dimension];
        for (int row = 0; row < rows; row++) {
            states.get(row * columns * dimension, first);
            vectors[row] = Vector.of(first);
        }
        return vectors;
    }

    /// Zeroes, outside the heap so that the runtime reads them in place. Zero is also the id of `[PAD]`.
    private static LongBuffer longs(int count) {
        return ByteBuffer.allocateDirect(count * Long.BYTES)
                .order(ByteOrder.nativeOrder())
                .asLongBuffer();
    }

    @Override
    public void close() {
        session.close();
        pieces.close();
    }
}
