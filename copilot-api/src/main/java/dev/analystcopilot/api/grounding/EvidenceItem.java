package dev.analystcopilot.api.grounding;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/// One thing an answer may point to.
///
/// @param n its number in this answer, from 1: the mark is `[n]`
/// @param id in the store
/// @param label one line for people
/// @param text what is known, as data: shown to the model inside a marked block, never as an instruction
public record EvidenceItem(int n, Kind kind, String id, String label, String text) {
    public EvidenceItem {
        if (n < 1) {
            throw new IllegalArgumentException("evidence is numbered from 1");
        }
        requireNonNull(kind, "kind");
        requireNonNull(id, "id");
        requireNonNull(label, "label");
        requireNonNull(text, "text");
    }

    public enum Kind {
        ALERT,
        CASE,
        PASSAGE,
        /// Something that code found out on the way, such as a count or a timeline; made by this answer, not stored.
        RESULT;

        /// The spelling in events.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
