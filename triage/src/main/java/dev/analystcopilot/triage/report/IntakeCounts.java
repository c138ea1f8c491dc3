package dev.analystcopilot.triage.report;

/// What became of the records of an input. `accepted + rejected = records`.
///
/// @param deduplicated accepted alerts that were stored already
public record IntakeCounts(long records, long accepted, long rejected, long deduplicated) {}
