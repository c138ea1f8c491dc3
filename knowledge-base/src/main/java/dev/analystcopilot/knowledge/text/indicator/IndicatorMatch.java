package dev.analystcopilot.knowledge.text.indicator;

import static java.util.Objects.requireNonNull;

/// An indicator at its place in a text.
///
/// @param value in its usual spelling: refanged; CVE and ATT&CK ids in capitals, addresses, domains and hashes in small
///     letters, paths as they stand with single backslashes
/// @param port that follows an address or a domain, 1 to 65535; 0 if there is none
/// @param start of its first character in the text
/// @param end after its last one, port and defanging brackets included
public record IndicatorMatch(IndicatorType type, String value, int port, int start, int end) {
    private static final int LAST_PORT = 65_535;

    public IndicatorMatch {
        requireNonNull(type, "type");
        if (value.isEmpty() || start < 0 || end <= start) {
            throw new IllegalArgumentException("no indicator: '%s' at %d to %d".formatted(value, start, end));
        }
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }
}
