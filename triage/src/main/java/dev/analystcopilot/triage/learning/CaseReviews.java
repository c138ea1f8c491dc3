package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import dev.analystcopilot.knowledge.postgres.learning.ReviewRow;
import dev.analystcopilot.knowledge.postgres.learning.ReviewRow.State;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import dev.analystcopilot.triage.disposition.Reason;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocuments;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.List;
import java.util.Optional;

/// Works out anew what the tenant's standing verdicts mean for its cases: after each triage, and after each verdict.
/// What triage computed is only read. Cheap where few cases are concerned: only their alerts are read.
public final class CaseReviews {
    private final Database database;
    private final JudgementStore judgements;
    private final ReviewStore reviews;
    private final Phrases phrases = new Phrases();

    public CaseReviews(Database database) {
        this.database = database;
        this.judgements = new JudgementStore(database);
        this.reviews = new ReviewStore(database);
    }

    /// @return how many cases a person's verdict holds for
    public int refresh(Scope scope) {
        var suppressions = Suppressions.of(judgements.standing(scope));
        List<ReviewRow> rows = rows(scope, suppressions, concerned(scope, suppressions));
        reviews.replaceAll(scope, rows);
        return (int) rows.stream().filter(row -> row.state() == State.HOLDS).count();
    }

    /// The same for the cases alone that one verdict concerns, which was given or taken back just now.
    public void refresh(Scope scope, Judgement changed) {
        HumanVerdict verdict = changed.verdict();
        var standing = new HumanVerdict(
                verdict.id(),
                verdict.subject(),
                verdict.subjectId(),
                verdict.fingerprint(),
                verdict.verdict(),
                verdict.reason(),
                verdict.by(),
                verdict.at(),
                verdict.reach(),
                verdict.entityKey(),
                verdict.expiresAt(),
                Optional.empty());
        List<String> cases = concerned(scope, Suppressions.of(List.of(new Judgement(standing, changed.basis()))));
        reviews.replace(scope, cases, rows(scope, Suppressions.of(judgements.standing(scope)), cases));
    }

    private List<String> concerned(Scope scope, Suppressions suppressions) {
        return reviews.concerned(scope, suppressions.fingerprints(), suppressions.alerts(), suppressions.cases());
    }

    private List<ReviewRow> rows(Scope scope, Suppressions suppressions, List<String> cases) {
        var reviewer = new CaseReviewer(suppressions, phrases);
        var floors = new Floors(phrases);
        return cases.stream()
                .flatMap(id -> review(scope, id, reviewer, floors).stream())
                .toList();
    }

    private Optional<ReviewRow> review(Scope scope, String id, CaseReviewer reviewer, Floors floors) {
        Optional<CaseDocument> document =
                database.cases().find(scope, id).map(row -> CaseDocuments.ofJson(row.document()));
        if (document.isEmpty()) {
            return Optional.empty();
        }
        List<StoredAlert> alerts = database.cases().alertsOf(scope, id).stream()
                .map(AlertHit::alert)
                .toList();
        return switch (reviewer.review(id, alerts, floors.of(document.get(), alerts))) {
            case Review.Untouched ignored -> Optional.empty();
            case Review.Holds holds -> Optional.of(row(id, holds.by(), State.HOLDS, holds.verdict(), List.of()));
            case Review.Reopened open ->
                Optional.of(
                        row(id, open.by(), State.REOPENED, open.by().verdict().verdict(), open.reasons()));
        };
    }

    private static ReviewRow row(String id, Judgement by, State state, Verdict verdict, List<Reason> reasons) {
        return new ReviewRow(id, by.verdict().id(), state, verdict, ReviewReasons.toJson(reasons));
    }
}
