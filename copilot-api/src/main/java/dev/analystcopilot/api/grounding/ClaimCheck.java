package dev.analystcopilot.api.grounding;

import java.util.List;

/// What became of a sentence.
public sealed interface ClaimCheck {

    /// The evidence it points to bears out all of it that can be checked.
    record Verified() implements ClaimCheck {}

    /// It says something that its evidence does not bear out.
    ///
    /// @param reasons a sentence each, in the answer's language
    /// @param claims how many of its parts do not hold, each with marks of its own; at least 1
    record Struck(List<String> reasons, int claims) implements ClaimCheck {
        public Struck {
            reasons = List.copyOf(reasons);
            if (claims < 1) {
                throw new IllegalArgumentException("what is struck is one claim at least");
            }
        }
    }

    /// It states something and rests on nothing that can be checked.
    record Unproven() implements ClaimCheck {}

    /// It states nothing: a heading, a question, advice.
    record Nothing() implements ClaimCheck {}
}
