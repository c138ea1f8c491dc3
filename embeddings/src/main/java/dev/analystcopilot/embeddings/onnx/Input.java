package dev.analystcopilot.embeddings.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/// A matrix that a model is given. Direct buffers are read in place, others are copied.
public sealed interface Input {
    OnnxTensor tensor(OrtEnvironment runtime) throws OrtException;

    static Input of(LongBuffer values, int rows, int columns) {
        return new Longs(values, rows, columns);
    }

    static Input of(FloatBuffer values, int rows, int columns) {
        return new Floats(values, rows, columns);
    }

    record Longs(LongBuffer values, int rows, int columns) implements Input {
        @Override
        public OnnxTensor tensor(OrtEnvironment runtime) throws OrtException {
            return OnnxTensor.createTensor(runtime, values, new long[] {rows, columns});
        }
    }

    record Floats(FloatBuffer values, int rows, int columns) implements Input {
        @Override
        public OnnxTensor tensor(OrtEnvironment runtime) throws OrtException {
            return OnnxTensor.createTensor(runtime, values, new long[] {rows, columns});
        }
    }
}
