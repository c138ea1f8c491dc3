package dev.analystcopilot.knowledge.embedded;

import org.jspecify.annotations.Nullable;

/// The database cannot be had. The message is meant for the person at the terminal: what is wrong, and what to do.
public final class DatabaseUnavailableException extends RuntimeException {

    public DatabaseUnavailableException(String message) {
        super(message);
    }

    public DatabaseUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
