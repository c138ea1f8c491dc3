package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Verdict;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What a person judged about an alert, a case, or all alerts of a fingerprint.
///
/// @param id of the judgement itself
/// @param subjectId the alert's or the case's id, or the fingerprint's hash
/// @param fingerprint the judged alert's; empty for cases
/// @param reason in the person's words; may be empty
/// @param by who judged
public record HumanVerdict(
        String id,
        Subject subject,
        String subjectId,
        Optional<String> fingerprint,
        Verdict verdict,
        String reason,
        String by,
        Instant at) {

    public HumanVerdict {
        if (id.isBlank() || subjectId.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a verdict needs an id, what it is about, and who judged");
        }
        requireNonNull(subject, "subject");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(verdict, "verdict");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
    }

    /// What was judged.
    public enum Subject {
        ALERT,
        CASE,
        FINGERPRINT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Subject ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
