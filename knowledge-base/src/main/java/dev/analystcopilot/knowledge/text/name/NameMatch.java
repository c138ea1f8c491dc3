package dev.analystcopilot.knowledge.text.name;

import static java.util.Objects.requireNonNull;

/// A name at its place in a text.
///
/// @param start of its first character
/// @param end after its last one
public record NameMatch(KnownName known, String text, int start, int end) {
    public NameMatch {
        requireNonNull(known, "known");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no place: %d to %d".formatted(start, end));
        }
    }
}
