package dev.analystcopilot.triage.training;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.disposition.CaseFeatures;
import dev.analystcopilot.triage.disposition.DispositionTraining.LabelledCase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Cases of a tenant that its people judged.
public final class TenantCases {
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    private TenantCases() {}

    /// The cases of all stored alerts whose latest human verdict says what they were; grouped by the month
    /// they began in. What people left open teaches nothing.
    ///
    /// @param engine a new one
    public static List<LabelledCase> judged(Database database, Scope scope, TriageEngine engine) {
        database.alerts().forEachInTimeOrder(scope, BEGINNING, END, engine);
        List<TriageCase> cases = engine.outcome().cases();
        Map<String, Verdict> latest = new HashMap<>();
        for (HumanVerdict verdict : database.verdicts()
                .about(scope, Subject.CASE, cases.stream().map(TriageCase::id).toList())) {
            latest.putIfAbsent(verdict.subjectId(), verdict.verdict());
        }
        var labelled = new ArrayList<LabelledCase>();
        for (TriageCase triaged : cases) {
            Verdict verdict = latest.get(triaged.id());
            if (verdict != null && verdict != Verdict.INSUFFICIENT_DATA) {
                String month =
                        triaged.first().atOffset(ZoneOffset.UTC).toString().substring(0, 7);
                labelled.add(LabelledCase.of(
                        month, CaseFeatures.of(triaged.draft(), triaged.chain()), verdict == Verdict.TRUE_POSITIVE));
            }
        }
        return labelled;
    }
}
