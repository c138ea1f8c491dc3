package dev.analystcopilot.api.job;

/// How far the background triage of a tenant is.
///
/// @param progress 0 to 1
public record TriageState(boolean running, double progress, String stage) {
    static final TriageState IDLE = new TriageState(false, 1, "");
}
