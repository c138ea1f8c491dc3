package dev.analystcopilot.api.staff.report;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.desk.ReportFile;
import java.util.Optional;

/// What somebody reports, as it came: their words, a file, or both.
record Submission(String text, Optional<ReportFile> file) {
    Submission {
        requireNonNull(text, "text");
        requireNonNull(file, "file");
    }
}
