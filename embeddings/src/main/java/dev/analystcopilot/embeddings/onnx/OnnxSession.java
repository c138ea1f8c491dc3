package dev.analystcopilot.embeddings.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// One loaded model. Any number of threads may run it at once; closing waits for them.
///
/// A session computes on its caller's thread alone: two callers on one session of one thread get more done than one
/// caller on a session of two, and the weights are held once. Whoever wants several cores calls from several threads.
public final class OnnxSession implements AutoCloseable {
    private static final OrtEnvironment RUNTIME = RuntimeStart.environment();

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final OrtSession session;
    private final String name;
    private boolean closed;

    private OnnxSession(OrtSession session, String name) {
        this.session = session;
        this.name = name;
    }

    /// Opens a model by its path, so that the file passes through no Java array.
    ///
    /// @throws ModelException.Unreadable if it is not a model
    public static OnnxSession open(Path model) {
        return open(model.toString(), options -> RUNTIME.createSession(model.toString(), options));
    }

    /// Opens a small model held in memory.
    ///
    /// @param name what to call it in messages
    /// @throws ModelException.Unreadable if it is not a model
    public static OnnxSession open(byte[] model, String name) {
        return open(name, options -> RUNTIME.createSession(model, options));
    }

    private static OnnxSession open(String name, Opening opening) {
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Batches differ in shape, and a plan of memory per shape would only pile up.
            options.setMemoryPatternOptimization(false);
            return new OnnxSession(opening.open(options), name);
        } catch (OrtException e) {
            throw new ModelException.Unreadable("cannot load the model " + name + ": " + e.getMessage(), e);
        }
    }

    /// Runs the model.
    ///
    /// @return the first output, a copy
    /// @throws ModelException.RunFailed if the model does not take these inputs
    /// @throws IllegalStateException if the session was closed
    public FloatBuffer run(Map<String, Input> inputs) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the model " + name + " was closed");
            }
            return runOpen(inputs);
        } catch (OrtException e) {
            throw new ModelException.RunFailed("the model " + name + " failed: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    private FloatBuffer runOpen(Map<String, Input> inputs) throws OrtException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Input> input : inputs.entrySet()) {
                tensors.put(input.getKey(), input.getValue().tensor(RUNTIME));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                if (result.get(0) instanceof OnnxTensor tensor) {
                    return tensor.getFloatBuffer();
                }
                throw new OrtException("its output is no tensor");
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    public List<String> inputs() {
        return List.copyOf(session.getInputNames());
    }

    /// The properties that the model's file carries.
    public Map<String, String> properties() {
        try {
            return Map.copyOf(session.getMetadata().getCustomMetadata());
        } catch (OrtException e) {
            throw new ModelException.Unreadable("cannot read the properties of " + name, e);
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new ModelException.RunFailed("cannot close the model " + name, e);
        } finally {
            lock.writeLock().unlock();
        }
    }

    @FunctionalInterface
    private interface Opening {
        OrtSession open(SessionOptions options) throws OrtException;
    }
}
