package dev.analystcopilot.knowledge.postgres.desk;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Something that an employee found suspicious.
///
/// @param id the reporter's receipt; nobody can guess it
/// @param reporter the login
/// @param subject a line for lists
/// @param body what the reporter wrote, and the text of what was handed over; hostile data
/// @param message of whoever set the status, for the reporter; empty if there is none
/// @param alertId what the report became in the queue; nothing for staff
/// @param changedBy who set the status; empty while nobody did
public record Report(
        String id,
        String reporter,
        String subject,
        String body,
        Status status,
        String message,
        String alertId,
        Instant at,
        Instant changedAt,
        Optional<String> changedBy) {
    public static final int LONGEST_SUBJECT = 300;
    public static final int LONGEST_BODY = 100_000;
    public static final int LONGEST_MESSAGE = 2_000;

    public Report {
        if (id.isBlank() || reporter.isBlank() || alertId.isBlank()) {
            throw new IllegalArgumentException("a report needs a receipt, a reporter and an alert");
        }
        if (subject.length() > LONGEST_SUBJECT || body.length() > LONGEST_BODY || message.length() > LONGEST_MESSAGE) {
            throw new IllegalArgumentException("a report's text is longer than what is kept");
        }
        requireNonNull(status, "status");
        requireNonNull(at, "at");
        requireNonNull(changedAt, "changedAt");
        requireNonNull(changedBy, "changedBy");
    }

    /// Where it stands, as its reporter sees it.
    public enum Status {
        RECEIVED,
        IN_REVIEW,
        HARMLESS,
        ATTACK,
        CLOSED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException if no status is called so
        public static Status ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
