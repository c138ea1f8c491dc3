package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.question.Question;
import java.util.List;

/// Finds the cases that a question is about.
public final class CaseMatcher {
    private CaseMatcher() {}

    /// Those of the candidates that fit, the best first: all of them where the question is about nothing in
    /// particular, none where it is and nothing fits.
    public static List<CaseDocument> best(Question question, List<CaseDocument> candidates) {
        return candidates;
    }
}
