package dev.analystcopilot.triage.scenario;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a question leaves open for the case to fill in, written `{host}`.
enum Blank {
    HOST,
    USER,
    IP,
    MAILBOX,
    DOMAIN,
    FILE,
    /// When the scenario's first step began, in a sentence or a search.
    FIRST,
    /// When its last one ended.
    LAST,
    /// Ids of the exploited weaknesses that concern the case.
    WEAKNESSES;

    static Optional<Blank> of(String name) {
        return Arrays.stream(values())
                .filter(blank -> blank.written().equals(name))
                .findFirst();
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isEntity() {
        return compareTo(FIRST) < 0;
    }

    static String all() {
        return Arrays.stream(values()).map(b -> "{" + b.written() + "}").collect(Collectors.joining(" "));
    }
}
