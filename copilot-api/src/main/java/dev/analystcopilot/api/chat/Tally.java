package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.grounding.ClaimCheck;

/// What became of the sentences of an answer that a language model gave.
///
/// @param verified borne out by evidence that was read again
/// @param unproven shown with a label, as they rest on nothing that can be checked
/// @param struck struck through: each part of a sentence that has evidence of its own and does not hold
public record Tally(int verified, int unproven, int struck) {
    static final Tally NONE = new Tally(0, 0, 0);

    Tally with(ClaimCheck check) {
        return switch (check) {
            case ClaimCheck.Verified ignored -> new Tally(verified + 1, unproven, struck);
            case ClaimCheck.Unproven ignored -> new Tally(verified, unproven + 1, struck);
            case ClaimCheck.Struck claims -> new Tally(verified, unproven, struck + claims.claims());
            case ClaimCheck.Nothing ignored -> this;
        };
    }

    int claims() {
        return verified + unproven + struck;
    }
}
