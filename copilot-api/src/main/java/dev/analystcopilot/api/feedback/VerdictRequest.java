package dev.analystcopilot.api.feedback;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Reach;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person says, as it came.
///
/// @param id of the verdict, chosen by the caller; the same again changes nothing
/// @param scope how far it goes; the subject alone if null
/// @param entity `type:value`; only with the scope `fingerprint`
/// @param expiresAt required where alike alerts are set aside: what holds for ever hides what happens later
record VerdictRequest(
        @Nullable String id,
        @Nullable SubjectName subject,
        @Nullable String verdict,
        @Nullable String reason,
        @Nullable String scope,
        @Nullable String entity,
        @Nullable String expiresAt) {
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int MOST_REASON = 2_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,99}");
    private static final int LONGEST_KEY = 255;

    /// @param kind `alert`, `case` or `fingerprint`
    record SubjectName(@Nullable String kind, @Nullable String id) {}

    /// The same, checked.
    record Wanted(
            String id,
            Subject subject,
            String subjectId,
            Verdict verdict,
            String reason,
            Reach reach,
            Optional<String> entityKey,
            Optional<Instant> expiresAt) {}

    /// @param key the Idempotency-Key header, which stands for an id where the body has none
    /// @throws ApiFailure.BadRequest saying what would be right
    Wanted checked(@Nullable String key, Instant now) {
        if (subject == null || subject.id() == null || subject.id().isBlank()) {
            throw new ApiFailure.BadRequest("subject says what was judged, such as {\"kind\":\"alert\",\"id\":\"…\"}");
        }
        Subject kind = kind(subject.kind());
        Verdict judged = judged();
        Reach reach = reach(kind);
        Optional<String> about = about(reach);
        Optional<Instant> until = until(now);
        String words = reason == null ? "" : reason.strip();
        if (words.length() > MOST_REASON) {
            throw new ApiFailure.BadRequest("reason must not be longer than " + MOST_REASON + " characters");
        }
        if (reach == Reach.FINGERPRINT && judged.setAside()) {
            if (until.isEmpty()) {
                throw new ApiFailure.BadRequest("expiresAt is needed where later alerts are set aside, too: at most "
                        + LONGEST.toDays() + " days ahead");
            }
            if (words.isEmpty()) {
                throw new ApiFailure.BadRequest("reason is needed where later alerts are set aside, too");
            }
        }
        return new Wanted(id(key), kind, subject.id(), judged, words, reach, about, until);
    }

    static Subject kind(@Nullable String name) {
        try {
            return Subject.ofWireName(String.valueOf(name));
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("a subject's kind is alert, case or fingerprint");
        }
    }

    private Verdict judged() {
        try {
            return Verdict.ofWireName(String.valueOf(verdict));
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest(
                    "verdict must be true_positive, benign, false_positive or insufficient_data");
        }
    }

    private Reach reach(Subject kind) {
        Reach reach;
        try {
            reach = Reach.ofWireName(scope == null ? kind.wireName() : scope);
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("scope must be alert, case or fingerprint");
        }
        if (reach != Reach.FINGERPRINT && !reach.wireName().equals(kind.wireName())) {
            throw new ApiFailure.BadRequest("a verdict on a " + kind.wireName() + " reaches it alone (scope "
                    + kind.wireName() + ") or all alike (scope fingerprint)");
        }
        return reach;
    }

    private Optional<String> about(Reach reach) {
        if (entity == null || entity.isBlank()) {
            return Optional.empty();
        }
        if (reach != Reach.FINGERPRINT) {
            throw new ApiFailure.BadRequest("entity limits verdicts of the scope fingerprint only");
        }
        try {
            return Optional.of(Entity.ofKey(entity.strip()).key());
        } catch (IllegalArgumentException e) {
            throw new ApiFailure.BadRequest("entity must be type:value, such as host:web-01");
        }
    }

    private Optional<Instant> until(Instant now) {
        if (expiresAt == null || expiresAt.isBlank()) {
            return Optional.empty();
        }
        Instant until;
        try {
            // As the database keeps it.
            until = Instant.parse(expiresAt.strip()).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeParseException e) {
            throw new ApiFailure.BadRequest("expiresAt must be a time such as 2027-01-31T00:00:00Z");
        }
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw new ApiFailure.BadRequest("expiresAt must lie ahead, at most " + LONGEST.toDays() + " days");
        }
        return Optional.of(until);
    }

    private String id(@Nullable String key) {
        if (id != null) {
            if (!ID.matcher(id).matches()) {
                throw new ApiFailure.BadRequest(
                        "id must be 1 to 100 letters, digits, dots, colons, hyphens or underscores");
            }
            return id;
        }
        if (key == null || key.isBlank()) {
            return "v-" + UUID.randomUUID();
        }
        if (key.length() > LONGEST_KEY) {
            throw new ApiFailure.BadRequest("Idempotency-Key must not be longer than " + LONGEST_KEY + " characters");
        }
        return "k-" + UUID.nameUUIDFromBytes(key.strip().getBytes(StandardCharsets.UTF_8));
    }
}
