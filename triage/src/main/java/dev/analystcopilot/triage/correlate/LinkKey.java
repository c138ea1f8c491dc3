package dev.analystcopilot.triage.correlate;

/// One thing that bursts can share.
record LinkKey(LinkKind kind, String value) {}
