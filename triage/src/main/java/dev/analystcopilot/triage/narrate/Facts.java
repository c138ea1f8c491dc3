package dev.analystcopilot.triage.narrate;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.triage.document.CaseDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything an answer may be made of: all of it was read from the store for this asker.
///
/// @param cases the best match first
/// @param alerts those of [Narrator#alertsToRead], by id; one that is missing is not cited
/// @param passages the best match first, with those of [Narrator#runbooksToRead]
/// @param past alerts from outside the case of [Narrator#caseToTell] that are like its own, the most alike first
/// @param outside cases with the named thing outside the named time that are attacks, or more urgent than those
///     within, the most urgent first
/// @param judged what people said of the cases, by their ids
public record Facts(
        List<CaseDocument> cases,
        Map<String, AlertFact> alerts,
        List<PassageFact> passages,
        Coverage coverage,
        List<PastFact> past,
        List<CaseDocument> outside,
        Map<String, CaseJudgement> judged) {
    /// More would hide what was asked.
    public static final int MAX_OUTSIDE = 2;

    public Facts {
        cases = List.copyOf(cases);
        alerts = Map.copyOf(alerts);
        passages = List.copyOf(passages);
        requireNonNull(coverage, "coverage");
        past = List.copyOf(past);
        outside = List.copyOf(outside);
        judged = Map.copyOf(judged);
    }

    /// Without a look at the past.
    public Facts(
            List<CaseDocument> cases, Map<String, AlertFact> alerts, List<PassageFact> passages, Coverage coverage) {
        this(cases, alerts, passages, coverage, List.of(), List.of(), Map.of());
    }

    /// What the store holds in all.
    ///
    /// @param first time of the first alert
    /// @param last time of the last alert
    public record Coverage(long alerts, long cases, Optional<Instant> first, Optional<Instant> last) {
        public Coverage {
            requireNonNull(first, "first");
            requireNonNull(last, "last");
        }
    }
}
