package dev.analystcopilot.embeddings.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Starts ONNX Runtime on a thread with a very deep stack.
///
/// ONNX Runtime 1.29 searches the process's command line with a recursive regular expression when its environment is
/// made, at some 200 bytes of stack a character: a class path of 5,000 characters, or many file names as arguments, end
/// the process with a segmentation fault on an ordinary stack.
///
/// A class of its own: the other thread must not wait for the class whose initialiser waits for it.
final class RuntimeStart {
    /// Linux allows command lines of 2 MiB. Only what is touched costs memory.
    private static final long STACK_BYTES = 512L << 20;

    private RuntimeStart() {}

    static OrtEnvironment environment() {
        var task = new FutureTask<>(RuntimeStart::start);
        new Thread(null, task, "onnxruntime-start", STACK_BYTES).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("ONNX Runtime did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while ONNX Runtime started", e);
        }
    }

    private static OrtEnvironment start() {
        NativeLibraries.share();
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING, "analyst-copilot");
    }
}
