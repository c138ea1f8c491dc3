package dev.analystcopilot.triage.table;

import static java.util.Objects.requireNonNull;

/// A column of a table that a model may read.
///
/// @param at   its place in a record, from 0
public record Column(String name, int at, Kind kind) {

    /// What the values are.
    public enum Kind {
        /// Amounts, which have an order. One that is no number counts as missing.
        NUMBER,
        /// Words from a small set.
        WORD,
        /// Names of single things, such as addresses: only how often one came tells anything.
        NAME
    }

    public Column {
        requireNonNull(kind, "kind");
        if (name.isBlank() || at < 0) {
            throw new IllegalArgumentException("no column: '%s' at %d".formatted(name, at));
        }
    }
}
