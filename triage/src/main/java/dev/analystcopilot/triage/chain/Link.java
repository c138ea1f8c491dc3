package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.text.Bilingual;

/// Why one step is taken to follow from another.
///
/// @param from number of the earlier step
/// @param to number of the later step
public record Link(int from, int to, Bilingual reason) {}
