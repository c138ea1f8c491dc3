package dev.analystcopilot.triage.order;

import java.util.Optional;

/// One thing that an attacker did, as somebody described it.
///
/// @param id unique among the actions to be ordered
/// @param name what it is called, often the name of a technique; may be empty
/// @param description free text, English or Chinese; may be empty
/// @param tactic ATT&CK id, where it is known
/// @param technique ATT&CK id, where it is known
public record Action(String id, String name, String description, Optional<String> tactic, Optional<String> technique) {}
