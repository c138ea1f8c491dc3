package dev.analystcopilot.knowledge.postgres.learning;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.HumanVerdict;

/// A verdict with what it rests on.
public record Judgement(HumanVerdict verdict, Basis basis) {
    public Judgement {
        requireNonNull(verdict, "verdict");
        requireNonNull(basis, "basis");
    }
}
