package dev.analystcopilot.triage.scenario;

/// What a clue may ask a number of.
enum Measure {
    ALERTS,
    STEPS,
    HOSTS,
    /// Users and mailboxes.
    ACCOUNTS,
    ADDRESSES,
    DOMAINS,
    FILES
}
