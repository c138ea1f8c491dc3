package dev.analystcopilot.api.llm.provider;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What comes back for one request, as it comes; [End] is last.
public sealed interface Piece {

    /// The next words, in clear.
    record Text(String text) implements Piece {
        public Text {
            requireNonNull(text, "text");
        }
    }

    /// A sign of life without words.
    record Working() implements Piece {}

    /// @param text all words
    record End(String text, List<Line.Call> calls, Usage usage) implements Piece {
        public End {
            requireNonNull(text, "text");
            requireNonNull(usage, "usage");
            calls = List.copyOf(calls);
        }
    }
}
