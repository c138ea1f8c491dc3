package dev.analystcopilot.triage.narrate;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/// Past alerts like those of the case that is told, from outside it.
///
/// @param newest the latest of them
/// @param alerts how many
/// @param countedAll whether that is all, or counting stopped there
/// @param firstSeen the first of them
public record PastFact(
        AlertFact newest, long alerts, boolean countedAll, Instant firstSeen, Optional<Judgement> judged) {
    public PastFact {
        requireNonNull(newest, "newest");
        requireNonNull(firstSeen, "firstSeen");
        requireNonNull(judged, "judged");
    }

    /// What a person said about them last.
    ///
    /// @param verdict such as `false_positive`
    public record Judgement(String verdict, String by, Instant at) {
        public Judgement {
            requireNonNull(verdict, "verdict");
            requireNonNull(by, "by");
            requireNonNull(at, "at");
        }
    }
}
