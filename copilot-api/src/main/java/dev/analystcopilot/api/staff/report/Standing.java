package dev.analystcopilot.api.staff.report;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.desk.Report.Status;
import java.util.Optional;

/// Where a report stands now.
///
/// @param message for the reporter, in plain words
/// @param caseId for those who work on it
record Standing(Status status, String message, Optional<String> caseId) {
    Standing {
        requireNonNull(status, "status");
        requireNonNull(message, "message");
        requireNonNull(caseId, "caseId");
    }
}
