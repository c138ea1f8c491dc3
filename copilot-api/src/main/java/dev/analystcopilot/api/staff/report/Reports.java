package dev.analystcopilot.api.staff.report;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.job.AlertIntake;
import dev.analystcopilot.api.job.BackgroundTriage;
import dev.analystcopilot.api.job.IntakeResult;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.security.Permission;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.desk.Report;
import dev.analystcopilot.knowledge.postgres.desk.Report.Status;
import dev.analystcopilot.knowledge.postgres.desk.ReportFile;
import dev.analystcopilot.knowledge.postgres.desk.ReportStore;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import java.io.ByteArrayInputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Takes reports in and tells where they stand. May block.
@Component
class Reports {
    private static final int LISTED = 200;
    private static final int MOST_AN_HOUR = 60;
    private static final int RECEIPT_BYTES = 16;

    private final ReportStore store;
    private final Standings standings;
    private final AlertIntake intake;
    private final BackgroundTriage triage;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final LanguageDetector languages = new LanguageDetector();

    Reports(Database database, Standings standings, AlertIntake intake, BackgroundTriage triage, Clock clock) {
        this.store = new ReportStore(database);
        this.standings = standings;
        this.intake = intake;
        this.triage = triage;
        this.clock = clock;
    }

    /// Stores the report and the alert that it is. The alert comes first: a report without one would be followed by
    /// nobody.
    ReportView submit(Caller caller, Submission submission) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (store.countOf(scope(caller), caller.login(), now.minus(Duration.ofHours(1))) >= MOST_AN_HOUR) {
            throw new ApiFailure.TooManyAttempts(Duration.ofHours(1));
        }
        Suspicion suspicion = Suspicion.of(submission);
        String alertId = "staff-report-" + unguessable();
        Scope queue = Scope.analyst(caller.tenant());
        byte[] finding = new ReportedAlert(alertId, caller.login(), now, suspicion).toJson();
        IntakeResult taken = intake.take(
                queue, AlertSource.stream("a report", new ByteArrayInputStream(finding)), "ocsf", bytes -> {});
        if (!taken.addedAny()) {
            throw new IllegalStateException("a report did not become an alert: " + taken.errors());
        }
        var report = new Report(
                unguessable(),
                caller.login(),
                suspicion.subject(),
                suspicion.body(),
                Status.RECEIVED,
                "",
                alertId,
                now,
                now,
                Optional.empty());
        store.add(queue, report, submission.file());
        triage.request(caller.tenant());
        return ReportView.forReporter(report, standing(caller, report, Optional.empty()));
    }

    List<ReportView> own(Caller caller, Optional<Language> language) {
        return store.of(scope(caller), caller.login(), LISTED).stream()
                .map(report -> ReportView.forReporter(report, standing(caller, report, language)))
                .toList();
    }

    /// @throws ApiFailure.Forbidden for those who do not work on reports
    List<ReportView> everyones(Caller caller, Optional<Language> language) {
        if (!worksOnReports(caller)) {
            throw new ApiFailure.Forbidden("your roles show you your own reports only");
        }
        return store.all(scope(caller), LISTED).stream()
                .map(report -> ReportView.forDesk(report, standing(caller, report, language)))
                .toList();
    }

    /// @throws ApiFailure.NotFound if there is none, or it is somebody else's
    ReportView one(Caller caller, String receipt, Optional<Language> language) {
        Report report = found(caller, receipt);
        Standing standing = standing(caller, report, language);
        if (!worksOnReports(caller)) {
            return ReportView.forReporter(report, standing);
        }
        return ReportView.forDesk(report, standing)
                .with(
                        report.body(),
                        store.file(scope(caller), receipt)
                                .map(file -> new ReportView.FileView(
                                        file.name(), file.mediaType(), file.sha256(), file.bytes().length))
                                .orElse(null));
    }

    /// For those who work on reports.
    ReportFile file(Caller caller, String receipt) {
        return store.file(scope(caller), receipt).orElseThrow(() -> new ApiFailure.NotFound("a file of this report"));
    }

    /// Says where a report stands, until a later verdict says otherwise.
    ReportView set(Caller caller, String receipt, Status status, String message, Optional<Language> language) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.set(scope(caller), receipt, status, message, caller.login(), now)) {
            throw new ApiFailure.NotFound("this report");
        }
        Report report = found(caller, receipt);
        return ReportView.forDesk(report, standing(caller, report, language));
    }

    private Report found(Caller caller, String receipt) {
        return store.find(scope(caller), caller.login(), receipt)
                .filter(report -> worksOnReports(caller) || report.reporter().equals(caller.login()))
                .orElseThrow(() -> new ApiFailure.NotFound("this report"));
    }

    private Standing standing(Caller caller, Report report, Optional<Language> language) {
        Language words = language.orElseGet(() -> languages.detect(report.subject() + "\n" + report.body()));
        return standings.of(report, caller.tenant(), words);
    }

    private static boolean worksOnReports(Caller caller) {
        return Permission.JUDGE.admits(caller.roles());
    }

    private static Scope scope(Caller caller) {
        return new Scope(caller.tenant(), caller.seesAlerts() ? Audience.ANALYST : Audience.STAFF);
    }

    private String unguessable() {
        var bytes = new byte[RECEIPT_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
