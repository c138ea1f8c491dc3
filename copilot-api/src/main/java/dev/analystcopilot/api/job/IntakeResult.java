package dev.analystcopilot.api.job;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.triage.report.IntakeCounts;
import java.util.List;

/// What became of one delivery.
///
/// @param errors the first of the records that were no alerts, and what ended the reading early if something did
public record IntakeResult(IntakeCounts counts, List<Error> errors) {
    public IntakeResult {
        requireNonNull(counts, "counts");
        errors = List.copyOf(errors);
    }

    /// Whether anything came in that was not there.
    public boolean addedAny() {
        return counts.accepted() > counts.deduplicated();
    }

    /// @param line the record's number from 1; 0 where no record was reached
    public record Error(long line, String reason) {
        public Error {
            requireNonNull(reason, "reason");
        }
    }
}
