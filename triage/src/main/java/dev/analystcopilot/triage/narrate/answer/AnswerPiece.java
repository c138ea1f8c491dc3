package dev.analystcopilot.triage.narrate.answer;

import static java.util.Objects.requireNonNull;

/// What leaves the renderer, in order.
public sealed interface AnswerPiece {

    /// Markdown; the pieces make the answer when joined. Marks `[n]` in it are ours only.
    record Text(String markdown) implements AnswerPiece {
        public Text {
            requireNonNull(markdown, "markdown");
        }
    }

    /// The first use of mark `n` comes next.
    record Citation(int n, Ref ref) implements AnswerPiece {
        public Citation {
            requireNonNull(ref, "ref");
        }
    }
}
