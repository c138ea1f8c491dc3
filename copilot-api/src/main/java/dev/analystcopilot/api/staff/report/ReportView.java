package dev.analystcopilot.api.staff.report;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.analystcopilot.knowledge.postgres.desk.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A report as the service tells it. The reporter gets the first five; who works on reports gets the rest, too.
///
/// @param message in plain words, for the reporter
/// @param text what was reported: hostile data
/// @param caseId where triage put it; absent before that
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        String receipt,
        String subject,
        String status,
        Instant at,
        String message,
        @Nullable String reporter,
        @Nullable String alertId,
        @Nullable String caseId,
        @Nullable String text,
        @Nullable FileView file) {
    ReportView {
        requireNonNull(receipt, "receipt");
        requireNonNull(subject, "subject");
        requireNonNull(status, "status");
        requireNonNull(at, "at");
        requireNonNull(message, "message");
    }

    record FileView(String name, String mediaType, String sha256, long size) {}

    static ReportView forReporter(Report report, Standing standing) {
        return new ReportView(
                report.id(),
                report.subject(),
                standing.status().wireName(),
                report.at(),
                standing.message(),
                null,
                null,
                null,
                null,
                null);
    }

    static ReportView forDesk(Report report, Standing standing) {
        return new ReportView(
                report.id(),
                report.subject(),
                standing.status().wireName(),
                report.at(),
                standing.message(),
                report.reporter(),
                report.alertId(),
                standing.caseId().orElse(null),
                null,
                null);
    }

    ReportView with(String body, @Nullable FileView given) {
        return new ReportView(receipt, subject, status, at, message, reporter, alertId, caseId, body, given);
    }
}
