package dev.analystcopilot.knowledge.intake;

/// Follows an import; called on its threads, one call at a time.
@FunctionalInterface
public interface ImportListener {

    /// In the order in which they happen.
    enum Stage {
        READ,
        WORDS,
        STORE
    }

    /// @param done files, documents or passages of this stage
    /// @param total 0 while unknown
    void at(Stage stage, long done, long total);

    static ImportListener none() {
        return (stage, done, total) -> {};
    }
}
