package dev.analystcopilot.triage.narrate.fact;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.CaseJudgement;
import dev.analystcopilot.triage.narrate.question.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a shift saw.
///
/// @param window the shift
/// @param moved whether the shift that was meant had no alerts, so that it is the last that has
/// @param alerts that came in it
/// @param exact whether all were counted; else there are at least so many
/// @param cases with alerts in it, the most urgent first; those that were set aside, too
/// @param told those of the cases that are told with all that is known of them, by id
/// @param judged what people said of cases
/// @param judgements what people said in the shift, of cases and alerts, the latest first
/// @param attention what asks for a human look, by reason
/// @param coverage what the store holds in all
public record ShiftFacts(
        TimeWindow window,
        boolean moved,
        long alerts,
        boolean exact,
        List<ShiftCase> cases,
        Map<String, CaseDocument> told,
        Map<String, CaseJudgement> judged,
        List<Said> judgements,
        List<Tally> attention,
        Optional<TimeWindow> coverage)
        implements Topic {
    public ShiftFacts {
        requireNonNull(window, "window");
        cases = List.copyOf(cases);
        told = Map.copyOf(told);
        judged = Map.copyOf(judged);
        judgements = List.copyOf(judgements);
        attention = List.copyOf(attention);
        requireNonNull(coverage, "coverage");
    }

    /// @param disposition in its wire name: what holds, which a person may have said
    public record ShiftCase(
            String id, String title, String disposition, long alerts, Instant firstSeen, Instant lastSeen) {
        public boolean setAside() {
            return disposition.equals("benign") || disposition.equals("false_positive");
        }
    }

    /// @param subject the case's or alert's title
    public record Said(String subject, String verdict, String by, Instant at, String reason) {}
}
