package dev.analystcopilot.embeddings.onnx;

/// What can go wrong with a model, apart from wrong arguments.
public abstract sealed class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    /// The model file is missing, damaged, or not what its reader expects.
    public static final class Unreadable extends ModelException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// The model was loaded but failed on an input.
    public static final class RunFailed extends ModelException {
        private static final long serialVersionUID = 1L;

        public RunFailed(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
