package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Alert;
import java.time.Instant;
import java.util.List;

/// An alert to store.
///
/// @param fingerprint the hash of [#fingerprintText]
/// @param fingerprintText the alert's canonical text without its changing parts
/// @param signs ids of the signs that the alert's body shows
public record NewAlert(Alert alert, String fingerprint, String fingerprintText, List<String> signs) {
    /// Beyond these PostgreSQL's calendar and common sense end.
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    public NewAlert {
        requireNonNull(alert, "alert");
        requireNonNull(fingerprintText, "fingerprintText");
        signs = List.copyOf(signs);
        if (fingerprint.isBlank()) {
            throw new IllegalArgumentException("alert " + alert.id() + " needs a fingerprint");
        }
        if (alert.time().isBefore(EARLIEST) || alert.time().isAfter(LATEST)) {
            throw new IllegalArgumentException("alert " + alert.id() + " has an impossible time: " + alert.time());
        }
    }

    /// An alert that shows no signs.
    public NewAlert(Alert alert, String fingerprint, String fingerprintText) {
        this(alert, fingerprint, fingerprintText, List.of());
    }
}
