package dev.analystcopilot.api.grounding;

import static java.util.Objects.requireNonNull;

/// What leaves the check, in order.
public sealed interface GroundedPiece {

    /// Text that may be shown; what did not hold is struck through in it.
    record Text(String text) implements GroundedPiece {
        public Text {
            requireNonNull(text, "text");
        }
    }

    /// The first use of a mark comes next.
    record Citation(EvidenceItem item) implements GroundedPiece {
        public Citation {
            requireNonNull(item, "item");
        }
    }
}
