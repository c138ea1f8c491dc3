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
/// @param fingerprint the judged alert's; empty for cases, whose fingerprints are kept beside
/// @param reason in the person's words; may be empty
/// @param by who judged
/// @param reach how far it goes beyond the subject
/// @param entityKey only alerts about this are reached; only where all alike are
/// @param expiresAt from then on it says nothing any more
/// @param undone whether it was taken back
public record HumanVerdict(
        String id,
        Subject subject,
        String subjectId,
        Optional<String> fingerprint,
        Verdict verdict,
        String reason,
        String by,
        Instant at,
        Reach reach,
        Optional<String> entityKey,
        Optional<Instant> expiresAt,
        Optional<Undone> undone) {

    public HumanVerdict {
        if (id.isBlank() || subjectId.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("a verdict needs an id, what it is about, and who judged");
        }
        requireNonNull(subject, "subject");
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(verdict, "verdict");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
        requireNonNull(expiresAt, "expiresAt");
        requireNonNull(undone, "undone");
        if (entityKey.isPresent() && reach != Reach.FINGERPRINT) {
            throw new IllegalArgumentException("only a verdict on all alike can be limited to an entity");
        }
    }

    /// One that reaches no further than its subject and holds until it is taken back.
    public HumanVerdict(
            String id,
            Subject subject,
            String subjectId,
            Optional<String> fingerprint,
            Verdict verdict,
            String reason,
            String by,
            Instant at) {
        this(
                id,
                subject,
                subjectId,
                fingerprint,
                verdict,
                reason,
                by,
                at,
                Reach.valueOf(subject.name()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// Whether it is neither taken back nor over.
    public boolean activeAt(Instant now) {
        return undone.isEmpty() && expiresAt.map(now::isBefore).orElse(true);
    }

    /// @param by who took it back
    public record Undone(Instant at, String by) {
        public Undone {
            requireNonNull(at, "at");
            requireNonNull(by, "by");
        }
    }

    /// What was judged.
    public enum Subject {
        ALERT,
        CASE,
        FINGERPRINT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Subject ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /// How far a verdict goes.
    public enum Reach {
        /// This alert.
        ALERT,
        /// The alerts of this case.
        CASE,
        /// All alerts like these, now and later.
        FINGERPRINT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Reach ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
