package dev.analystcopilot.api.grounding.atom;

/// Words that judge, in the terms of the product.
public enum Judgement {
    TRUE_POSITIVE(Family.VERDICT),
    FALSE_POSITIVE(Family.VERDICT),
    BENIGN(Family.VERDICT),
    INSUFFICIENT_DATA(Family.VERDICT),
    /// An attack, without a verdict's own word.
    MALICIOUS(Family.VERDICT),
    /// Nothing bad, without a verdict's own word.
    HARMLESS(Family.VERDICT),
    SUCCEEDED(Family.OUTCOME),
    FAILED(Family.OUTCOME),
    ATTEMPTED(Family.OUTCOME),
    /// And no more than that: who says so says that it did not succeed.
    ONLY_ATTEMPTED(Family.OUTCOME),
    BLOCKED(Family.OUTCOME),
    /// Nothing stood in its way; it may have failed all the same.
    ALLOWED(Family.OUTCOME),
    CRITICAL(Family.SEVERITY),
    HIGH(Family.SEVERITY),
    MEDIUM(Family.SEVERITY),
    LOW(Family.SEVERITY),
    INFORMATIONAL(Family.SEVERITY);

    /// What the word is about.
    public enum Family {
        VERDICT,
        OUTCOME,
        SEVERITY
    }

    private final Family family;

    Judgement(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }
}
