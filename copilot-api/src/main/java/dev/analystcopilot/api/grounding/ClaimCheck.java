package dev.analystcopilot.api.grounding;

import java.util.List;

/// What became of a sentence.
public sealed interface ClaimCheck {

    /// The evidence it points to bears out all of it that can be checked.
    record Verified() implements ClaimCheck {}

    /// It says something that its evidence does not bear out.
    ///
    /// @param reasons a sentence each, in the answer's language
    record Struck(List<String> reasons) implements ClaimCheck {
        public Struck {
            reasons = List.copyOf(reasons);
        }
    }

    /// It states something and rests on nothing that can be checked.
    record Unproven() implements ClaimCheck {}

    /// It states nothing: a heading, a question, advice.
    record Nothing() implements ClaimCheck {}
}
