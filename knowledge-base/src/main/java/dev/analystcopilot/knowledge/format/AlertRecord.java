package dev.analystcopilot.knowledge.format;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Alert;

/// What became of one record of an input.
public sealed interface AlertRecord {

    /// The record's number from 1, blank lines not counted; for CSV the first row after the header is 1. Numbers go on
    /// over the files of one reading.
    long line();

    record Parsed(long line, Alert alert) implements AlertRecord {
        public Parsed {
            requireNonNull(alert, "alert");
        }
    }

    /// @param reason why it is no alert, in words for the person who sent it
    /// @param excerpt the beginning of the record, on one line
    record Rejected(long line, String reason, String excerpt) implements AlertRecord {
        public Rejected {
            requireNonNull(reason, "reason");
            requireNonNull(excerpt, "excerpt");
        }
    }
}
