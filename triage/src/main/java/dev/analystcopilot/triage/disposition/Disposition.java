package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.List;

/// What triage makes of a case. A suggestion: nothing is closed by it.
///
/// @param confidence in the verdict, 0–1
/// @param reasons what speaks for it
/// @param against what speaks against it
/// @param attack the calibrated probability that the case is an attack, 0–1
/// @param questions what would settle or change it, the most useful first
public record Disposition(
        Verdict verdict,
        double confidence,
        double attack,
        List<Reason> reasons,
        List<Reason> against,
        List<Question> questions) {
    public Disposition {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies in 0 to 1, not " + confidence);
        }
        if (!(attack >= 0 && attack <= 1)) {
            throw new IllegalArgumentException("a probability lies in 0 to 1, not " + attack);
        }
        reasons = List.copyOf(reasons);
        against = List.copyOf(against);
        questions = List.copyOf(questions);
    }

    /// The questions in words.
    public List<Bilingual> wouldChange() {
        return questions.stream().map(Question::text).toList();
    }
}
