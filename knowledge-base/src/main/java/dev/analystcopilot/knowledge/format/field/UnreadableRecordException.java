package dev.analystcopilot.knowledge.format.field;

/// A record is no alert of the format it is read as. The message says why, in words for the person who sent it.
public final class UnreadableRecordException extends RuntimeException {
    public UnreadableRecordException(String reason) {
        // Bad records can be many and their reason says all: a stack trace would only cost.
        super(reason, null, false, false);
    }
}
