package dev.analystcopilot.knowledge.document;

/// A document that cannot be imported, and why.
public final class UnreadableDocumentException extends RuntimeException {

    public UnreadableDocumentException(String message) {
        super(message);
    }
}
