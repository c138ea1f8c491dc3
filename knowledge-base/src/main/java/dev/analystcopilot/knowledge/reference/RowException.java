package dev.analystcopilot.knowledge.reference;

/// A row that cannot be taken, and what to do about it.
final class RowException extends RuntimeException {

    RowException(String message) {
        super(message);
    }
}
