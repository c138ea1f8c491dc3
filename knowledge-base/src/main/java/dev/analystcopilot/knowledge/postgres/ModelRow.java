package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;

/// A tenant's model, without its bytes: those are read with [ModelStore#bytes].
///
/// @param kind    what it is for: `anomaly`, `evidence`, `disposition`
/// @param version names its content: a hash of the bytes
/// @param card    JSON: what it was made of, how, and how it did
public record ModelRow(String kind, String version, Instant madeAt, Status status, String card) {

    /// What a model is used for: deciding, only being compared with, nothing any more.
    public enum Status {
        ACTIVE,
        SHADOW,
        RETIRED;

        /// The spelling in files and interfaces.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    public ModelRow {
        requireNonNull(madeAt, "madeAt");
        requireNonNull(status, "status");
        requireNonNull(card, "card");
        if (kind.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("a model needs a kind and a version");
        }
    }
}
