package dev.analystcopilot.knowledge.postgres;

/// What became of alerts handed over for storing.
///
/// @param added stored now
/// @param duplicates known already, or twice in the same call
public record InsertResult(int added, int duplicates) {

    public InsertResult {
        if (added < 0 || duplicates < 0) {
            throw new IllegalArgumentException("negative count");
        }
    }
}
