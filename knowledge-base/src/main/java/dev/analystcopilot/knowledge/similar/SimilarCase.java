package dev.analystcopilot.knowledge.similar;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import java.util.List;

/// A past case whose alerts are like those asked about.
///
/// @param likeness mean over the kinds of alerts asked about of the best cosine in this case, 0 where it has none
/// @param matched how many of these kinds have an alert like them in this case
/// @param verdicts what people judged about the case, the latest first
public record SimilarCase(CaseRow found, double likeness, int matched, List<HumanVerdict> verdicts) {
    public SimilarCase {
        requireNonNull(found, "found");
        verdicts = List.copyOf(verdicts);
    }
}
