package dev.analystcopilot.knowledge.format.split;

import static java.util.Objects.requireNonNull;

/// One record as a splitter cut it.
public sealed interface RawRecord {

    /// @param text the record's text, without what separates it from the next
    record Text(String text) implements RawRecord {
        public Text {
            requireNonNull(text, "text");
        }
    }

    /// A record that cannot be text, or is too long to be held.
    ///
    /// @param excerpt its beginning, on one line
    record Broken(String reason, String excerpt) implements RawRecord {
        public Broken {
            requireNonNull(reason, "reason");
            requireNonNull(excerpt, "excerpt");
        }
    }
}
