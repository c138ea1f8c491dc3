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
    /// What two cases share, and where they differ.
    COMPARE_CASES,
    /// What a shift hands over to the next.
    HANDOVER,
    /// All that is known of an address, an account, a host, a file.
    ENTITY,
    /// How many alerts or cases, by what.
    COUNT,
    /// Alerts that meet conditions, as a list.
    HUNT,
    /// Whether the like was seen before, and what was decided.
    SIMILAR,
    /// One alert, named by its id.
    ALERT,
    /// The technique that a pasted text means.
    MAP_TEXT,
    /// Something that documents answer, not alerts.
    KNOWLEDGE,
    GREETING,
    /// What can be asked.
    ABILITIES,
    /// Nothing that this product knows.
    OFF_TOPIC,
    /// No words that mean anything to it.
    UNCLEAR;

    /// Whether it asks for a side of a case.
    public boolean isAboutCase() {
        return switch (this) {
            case WHAT_HAPPENED, DID_IT_SUCCEED, WHO_AFFECTED, WHY, NEXT_STEPS, MISSING -> true;
            case LIST_CASES,
                    EXPLAIN_TECHNIQUE,
                    COMPARE_CASES,
                    HANDOVER,
                    ENTITY,
                    COUNT,
                    HUNT,
                    SIMILAR,
                    ALERT,
                    MAP_TEXT,
                    KNOWLEDGE,
                    GREETING,
                    ABILITIES,
                    OFF_TOPIC,
                    UNCLEAR -> false;
        };
    }
}
