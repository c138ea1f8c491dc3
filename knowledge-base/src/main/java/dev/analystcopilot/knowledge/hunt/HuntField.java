package dev.analystcopilot.knowledge.hunt;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a hunt may ask about.
public sealed interface HuntField {
    String DETAILS = "details.";

    /// The spelling in interfaces.
    String wireName();

    /// A field that every alert has.
    ///
    /// @param name which
    record Known(Name name) implements HuntField {
        @Override
        public String wireName() {
            return name.wireName();
        }
    }

    /// One of the few values beside entities that a source tells, such as `details.http.status`.
    record Detail(String key) implements HuntField {
        private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]{0,79}");

        public Detail {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException(
                        "a detail is named like details.http.status, not 'details." + Shown.of(key) + "'");
            }
        }

        @Override
        public String wireName() {
            return DETAILS + key;
        }
    }

    /// The fields that every alert has.
    enum Name {
        TITLE,
        RULE,
        SOURCE,
        SEVERITY,
        OUTCOME,
        HOST,
        USER,
        IP,
        DOMAIN,
        HASH,
        PROCESS,
        FILE,
        URL,
        MAILBOX,
        TECHNIQUE,
        /// A thing of whatever kind: its value, or `type:value`.
        ENTITY,
        DISPOSITION,
        STATUS,
        /// The id of the case that the alert is in.
        CASE,
        /// Title, rule, message, or an entity's value.
        TEXT,
        /// The record as its source sent it.
        RAW,
        /// For grouping only.
        DAY,
        /// For grouping only.
        HOUR;

        static final Set<Name> THINGS = Set.of(HOST, USER, IP, DOMAIN, HASH, PROCESS, FILE, URL, MAILBOX);

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether it is a kind of entity.
        public boolean isThing() {
            return THINGS.contains(this);
        }

        boolean canFilter() {
            return this != DAY && this != HOUR;
        }

        boolean canGroup() {
            return this != TEXT && this != RAW;
        }

        /// The words that it is compared with; any if empty.
        Optional<List<String>> words() {
            return switch (this) {
                case SEVERITY -> Optional.of(List.of("unknown", "informational", "low", "medium", "high", "critical"));
                case OUTCOME -> Optional.of(List.of("attempted", "succeeded", "unknown"));
                case DISPOSITION ->
                    Optional.of(List.of("true_positive", "benign", "false_positive", "insufficient_data"));
                case STATUS -> Optional.of(List.of("new", "in_progress", "suppressed", "resolved"));
                case TITLE,
                        RULE,
                        SOURCE,
                        HOST,
                        USER,
                        IP,
                        DOMAIN,
                        HASH,
                        PROCESS,
                        FILE,
                        URL,
                        MAILBOX,
                        TECHNIQUE,
                        ENTITY,
                        CASE,
                        TEXT,
                        RAW,
                        DAY,
                        HOUR -> Optional.empty();
            };
        }
    }

    static HuntField of(Name name) {
        return new Known(name);
    }

    /// @throws IllegalArgumentException naming those that there are
    static HuntField ofWireName(String name) {
        String stripped = name.strip();
        if (stripped.startsWith(DETAILS)) {
            return new Detail(stripped.substring(DETAILS.length()));
        }
        return Arrays.stream(Name.values())
                .filter(known -> known.wireName().equals(stripped.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(HuntField::of)
                .orElseThrow(() -> new IllegalArgumentException(
                        "field must be one of " + names() + " or details.<key>, not '" + Shown.of(name) + "'"));
    }

    private static String names() {
        return Arrays.stream(Name.values())
                .filter(Name::canFilter)
                .map(Name::wireName)
                .collect(Collectors.joining(", "));
    }
}
