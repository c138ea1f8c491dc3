package dev.analystcopilot.triage.chain;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Bilingual;

/// Why one step is taken to follow from another.
///
/// @param from number of the earlier step
/// @param to number of the later step
public record Link(int from, int to, LinkKind kind, Bilingual reason) {
    public Link {
        requireNonNull(kind, "kind");
        requireNonNull(reason, "reason");
        if (from >= to) {
            throw new IllegalArgumentException("a link leads to a later step, not from " + from + " to " + to);
        }
    }
}
