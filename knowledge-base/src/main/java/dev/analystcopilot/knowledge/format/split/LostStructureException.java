package dev.analystcopilot.knowledge.format.split;

import java.io.IOException;

/// The syntax that separates the records of an input is broken, so that the rest cannot be told apart.
public final class LostStructureException extends IOException {
    private final boolean atEnd;

    LostStructureException(String message, boolean atEnd) {
        super(message);
        this.atEnd = atEnd;
    }

    /// Whether the input simply ends too early.
    public boolean atEnd() {
        return atEnd;
    }
}
