package dev.analystcopilot.triage.narrate.fact;

/// Cases and documents tell all there is to tell.
public record NoTopic() implements Topic {}
