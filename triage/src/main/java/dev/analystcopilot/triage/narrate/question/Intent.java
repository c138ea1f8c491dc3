package dev.analystcopilot.triage.narrate.question;

/// What somebody wants to know.
public enum Intent {
    WHAT_HAPPENED,
    DID_IT_SUCCEED,
    WHO_AFFECTED,
    WHY,
    NEXT_STEPS,
    MISSING,
    LIST_CASES,
    EXPLAIN_TECHNIQUE,
    /// Something that documents answer, not alerts.
    KNOWLEDGE
}
