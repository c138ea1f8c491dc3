package dev.analystcopilot.api.grounding;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A sentence that left the check.
///
/// @param markdown to be shown, with what stands before it: struck through, or with its label, where it did not hold
/// @param said the bare sentence
/// @param cited the evidence that it points to, where it held
public record Claim(String markdown, String said, ClaimCheck check, List<EvidenceItem> cited) {
    public Claim {
        requireNonNull(markdown, "markdown");
        requireNonNull(said, "said");
        requireNonNull(check, "check");
        cited = List.copyOf(cited);
    }
}
