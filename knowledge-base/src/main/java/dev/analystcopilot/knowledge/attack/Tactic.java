package dev.analystcopilot.knowledge.attack;

import dev.analystcopilot.knowledge.text.Bilingual;

/// An ATT&CK tactic.
///
/// @param id such as `TA0043`
/// @param shortName such as `reconnaissance`
/// @param order its place in the matrix, from 1
public record Tactic(String id, String shortName, Bilingual name, int order) {}
