package dev.analystcopilot.knowledge.alert;

/// OCSF finding status. Batch triage never changes it: a disposition is a suggestion, closing is an act.
public enum AlertStatus {
    NEW,
    IN_PROGRESS,
    SUPPRESSED,
    RESOLVED
}
