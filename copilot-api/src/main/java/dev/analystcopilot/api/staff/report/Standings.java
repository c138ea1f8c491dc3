package dev.analystcopilot.api.staff.report;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.desk.Report;
import dev.analystcopilot.knowledge.postgres.desk.Report.Status;
import dev.analystcopilot.knowledge.postgres.learning.ReviewRow;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import dev.analystcopilot.knowledge.text.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Says where a report stands: what a person said of it last, be it as the report's status or as a verdict on its alert
/// or its case. What triage computed says nothing here: a reporter hears from people only.
@Component
class Standings {
    private final Database database;
    private final ReviewStore reviews;

    Standings(Database database) {
        this.database = database;
        this.reviews = new ReviewStore(database);
    }

    Standing of(Report report, String tenant, Language language) {
        Scope scope = Scope.analyst(tenant);
        Optional<String> caseId =
                database.cases().triageOf(scope, report.alertId()).flatMap(AlertHit.Triage::caseId);
        Optional<HumanVerdict> verdict = latest(scope, report.alertId(), caseId);
        boolean judgedLater = verdict.filter(
                        given -> report.changedBy().isEmpty() || given.at().isAfter(report.changedAt()))
                .isPresent();
        Status status = judgedLater ? status(verdict.orElseThrow().verdict()) : report.status();
        String message = judgedLater || report.message().isBlank() ? words(status, language) : report.message();
        return new Standing(status, message, caseId);
    }

    private Optional<HumanVerdict> latest(Scope scope, String alertId, Optional<String> caseId) {
        Stream<HumanVerdict> onAlert = database.verdicts().about(scope, Subject.ALERT, List.of(alertId)).stream();
        Stream<HumanVerdict> onCase = caseId.stream()
                .flatMap(id -> reviews.of(scope, List.of(id)).stream())
                .filter(reviewed -> reviewed.review().state() == ReviewRow.State.HOLDS)
                .map(ReviewStore.Reviewed::verdict);
        Stream<HumanVerdict> onCaseItself =
                caseId.stream().flatMap(id -> database.verdicts().about(scope, Subject.CASE, List.of(id)).stream());
        return Stream.of(onAlert, onCase, onCaseItself)
                .flatMap(verdicts -> verdicts)
                .max(Comparator.comparing(HumanVerdict::at));
    }

    private static Status status(Verdict verdict) {
        return switch (verdict) {
            case TRUE_POSITIVE -> Status.ATTACK;
            case BENIGN, FALSE_POSITIVE -> Status.HARMLESS;
            case INSUFFICIENT_DATA -> Status.IN_REVIEW;
        };
    }

    private static String words(Status status, Language language) {
        boolean chinese = language == Language.ZH;
        return switch (status) {
            case RECEIVED ->
                chinese
                        ? "已收到，正在安全团队的队列中。请不要再点击、回复或转发它。"
                        : "Received; it is in the security team's queue. Please do not click, answer or forward it.";
            case IN_REVIEW -> chinese ? "安全团队正在查看，可能会联系您。" : "The security team is looking at it, and may contact you.";
            case HARMLESS ->
                chinese
                        ? "安全团队查过了：这是无害的。谢谢您告诉我们，拿不准时请继续报告。"
                        : "The security team looked at it: it is harmless. Thank you for asking; please keep reporting.";
            case ATTACK ->
                chinese
                        ? "这是一次攻击，您报告得对，安全团队正在处理。如果您点过链接、输过密码或打开过附件，请马上打电话告诉安全服务台。"
                        : "It is an attack; you were right to report it, and the security team is dealing with it. If you "
                                + "clicked, typed a password or opened a file, call the security desk now.";
            case CLOSED -> chinese ? "已处理完毕，您不需要再做什么。" : "It is dealt with; there is nothing left for you to do.";
        };
    }
}
