package dev.analystcopilot.triage.narrate;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.time.Instant;
import java.util.List;

/// What a person said of a case.
///
/// @param verdict such as `false_positive`
/// @param reason in the person's words; may be empty
/// @param beyond in what the case goes beyond what was judged; empty where the verdict holds
public record CaseJudgement(String verdict, String by, Instant at, String reason, List<Bilingual> beyond) {
    public CaseJudgement {
        requireNonNull(verdict, "verdict");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
        requireNonNull(reason, "reason");
        beyond = List.copyOf(beyond);
    }
}
