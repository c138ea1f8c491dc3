package dev.analystcopilot.knowledge.postgres.reference;

/// What a store made of a list.
///
/// @param added rows that are new
/// @param changed rows that say something else now
/// @param unchanged rows that were stored like this already
/// @param removed rows that the same origin held before and holds no longer
public record Change(int added, int changed, int unchanged, int removed) {}
