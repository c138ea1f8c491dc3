package dev.analystcopilot.knowledge.document;

/// A document that cannot be imported, and why.
final class UnreadableDocumentException extends RuntimeException {

    UnreadableDocumentException(String message) {
        super(message);
    }
}
