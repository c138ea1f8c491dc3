package dev.analystcopilot.knowledge.format.dialect.mapping;

/// A mapping says something that is not understood. The message names the entry.
public final class MappingException extends RuntimeException {
    MappingException(String message) {
        super(message);
    }

    MappingException(String message, Throwable cause) {
        super(message, cause);
    }
}
