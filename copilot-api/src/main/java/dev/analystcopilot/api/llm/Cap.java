package dev.analystcopilot.api.llm;

/// What one answer can use up.
public enum Cap {
    /// Rounds of looking things up.
    ROUNDS,
    /// Lookups.
    CALLS,
    /// Tokens, read and written.
    TOKENS,
    /// Time for looking things up.
    TIME,
    /// Money, where prices are known.
    COST,
    /// Patience with the same lookup over and over.
    REPEATS
}
