package dev.analystcopilot.triage.context;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What a person judged about an earlier alert outside the case that is like one of the case's. Verdicts that were
/// computed never come here.
///
/// @param id of the judgement
/// @param subject whether the alert itself, its case, or all alerts of its kind were judged
/// @param fingerprint the judged alert's
/// @param like the fingerprint in the case that it is like
/// @param likeness 1 for the same fingerprint, else the cosine of the two
/// @param alertId the judged alert; empty where a whole kind was judged
/// @param severity the judged alert's
/// @param entityKeys what the judged alerts name: anything else is new
/// @param happened when the judged alert happened; when it was judged, where a whole kind was
/// @param by who judged
/// @param reason in that person's words; may be empty
public record NeighbourVerdict(
        String id,
        HumanVerdict.Subject subject,
        Verdict verdict,
        String fingerprint,
        String like,
        double likeness,
        Optional<String> alertId,
        Severity severity,
        Set<String> entityKeys,
        Instant happened,
        String by,
        String reason) {
    public NeighbourVerdict {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(verdict, "verdict");
        requireNonNull(severity, "severity");
        requireNonNull(happened, "happened");
        if (!(likeness > 0 && likeness <= 1)) {
            throw new IllegalArgumentException("likeness lies above 0 and up to 1, not at " + likeness);
        }
        entityKeys = Set.copyOf(entityKeys);
    }

    /// Whether it is about the very kind of alert that the case holds.
    public boolean same() {
        return fingerprint.equals(like);
    }
}
