package dev.analystcopilot.knowledge.postgres.desk;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A question that no document answered.
///
/// @param key its words in their normal form
/// @param question as it was asked first
/// @param times how often it was asked, in whatever words
/// @param origin of the document that answers it now
public record Gap(
        String id,
        Language language,
        String key,
        String question,
        long times,
        Instant firstAsked,
        Instant lastAsked,
        Status status,
        Optional<String> origin) {
    public static final int LONGEST_QUESTION = 600;

    public Gap {
        requireNonNull(language, "language");
        requireNonNull(key, "key");
        requireNonNull(question, "question");
        requireNonNull(status, "status");
        requireNonNull(origin, "origin");
        if (times < 1) {
            throw new IllegalArgumentException("a gap was asked at least once");
        }
    }

    /// What became of it.
    public enum Status {
        OPEN,
        ANSWERED,
        DISMISSED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Status ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
