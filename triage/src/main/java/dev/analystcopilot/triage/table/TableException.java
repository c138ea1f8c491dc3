package dev.analystcopilot.triage.table;

import java.io.Serial;

/// A file that is no table of the format it was said to be.
public final class TableException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    TableException(String message) {
        super(message);
    }
}
