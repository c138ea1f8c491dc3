package dev.analystcopilot.knowledge.sigma.match;

/// One thing of an event that a rule asks for.
///
/// @param selection the part of the rule's detection
/// @param field the field's name; empty if it stands anywhere in the event
/// @param asked what the rule asks of it
/// @param value what the event says there; empty if what counts is that it says nothing
/// @param bits how telling that is
public record Finding(String selection, String field, String asked, String value, double bits) {}
