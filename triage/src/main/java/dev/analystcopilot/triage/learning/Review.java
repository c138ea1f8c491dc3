package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.triage.disposition.Reason;
import java.util.List;

/// What people's verdicts mean for a case. It stands beside the computed disposition, which stays as it is.
public sealed interface Review {

    /// Nobody said anything that concerns it as a whole.
    record Untouched() implements Review {}

    /// A person's verdict holds for all of it.
    record Holds(Judgement by, Verdict verdict) implements Review {}

    /// A person's verdict would have set it aside, but it goes beyond what was judged, and is shown.
    ///
    /// @param reasons in what, at most [CaseReviewer#MOST_REASONS]
    record Reopened(Judgement by, List<Reason> reasons) implements Review {
        public Reopened {
            reasons = List.copyOf(reasons);
        }
    }
}
