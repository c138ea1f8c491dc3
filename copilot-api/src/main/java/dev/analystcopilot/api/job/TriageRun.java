package dev.analystcopilot.api.job;

/// Triages everything a tenant has, anew; blocks until it is done.
@FunctionalInterface
public interface TriageRun {
    void run(String tenant, Progress progress);

    /// Told how far it is.
    @FunctionalInterface
    interface Progress {
        /// @param fraction 0 to 1
        void at(String stage, double fraction);
    }
}
