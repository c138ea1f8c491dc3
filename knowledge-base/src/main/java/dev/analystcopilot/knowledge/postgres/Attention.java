package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/// Why a human should look at something whatever its disposition says. It changes no disposition, confidence or score.
///
/// @param subjectId of an alert, a case, a passage, or the receipt of a report
/// @param detail for people, at most [#MAX_DETAIL] characters; it may quote hostile text
public record Attention(Subject subject, String subjectId, Reason reason, String detail, Instant at) {
    public static final int MAX_DETAIL = 500;

    public Attention {
        requireNonNull(subject, "subject");
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
        if (subjectId.isBlank()) {
            throw new IllegalArgumentException("attention needs the id of what it is for");
        }
        detail = detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL - 1) + "…";
    }

    /// What it is for.
    public enum Subject {
        ALERT,
        CASE,
        PASSAGE,
        REPORT;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Subject ofWireName(String name) {
            return Arrays.stream(values())
                    .filter(subject -> subject.wireName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("attention is for no '" + name + "'"));
        }
    }

    /// Why.
    public enum Reason {
        /// Its text gives orders to whoever reads it, or to a model.
        PLANTED_INSTRUCTION,
        /// A model's own opinion is another than the computed disposition.
        MODEL_DISAGREES;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Reason ofWireName(String name) {
            return Arrays.stream(values())
                    .filter(reason -> reason.wireName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no attention has the reason '" + name + "'"));
        }
    }
}
