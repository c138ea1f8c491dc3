package dev.analystcopilot.triage.job;

/// Told how far a long job is; called from the job's thread, often: implementations return quickly.
@FunctionalInterface
public interface Progress {
    /// A progress that nobody watches.
    Progress SILENT = (stage, done, total) -> {};

    /// @param done units of this stage so far
    /// @param total units of this stage in all; 0 while unknown
    void at(Stage stage, long done, long total);

    /// The stages of a run, in order.
    enum Stage {
        /// Units: bytes of input.
        READ,
        /// Units: distinct fingerprints.
        EMBED,
        /// Units: alerts.
        TRIAGE,
        /// Units: alerts.
        WRITE
    }
}
