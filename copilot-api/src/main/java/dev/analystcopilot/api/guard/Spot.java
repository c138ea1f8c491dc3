package dev.analystcopilot.api.guard;

import static java.util.Objects.requireNonNull;

/// Where something to hide stands in a text.
///
/// @param from inclusive
/// @param to exclusive
record Spot(Hidden kind, int from, int to) {
    Spot {
        requireNonNull(kind, "kind");
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("nothing from " + from + " to " + to);
        }
    }
}
