package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.knowledge.alert.Entity;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What must have happened before: "a web attack, and then, on the same host, a shell".
///
/// @param within how long before at most
record Earlier(Traits traits, Same same, Duration within) {
    /// What both must have in common.
    enum Same {
        HOST,
        ACCOUNT,
        ADDRESS,
        ANYTHING;

        static Same of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    boolean fits(Moment before, Moment after) {
        return !before.equals(after)
                && traits.fit(before)
                && !before.first().isAfter(after.first())
                && !after.first().isAfter(before.last().plus(within))
                && shared(before, after);
    }

    private boolean shared(Moment a, Moment b) {
        return switch (same) {
            case HOST -> a.hosts().stream().anyMatch(b.hosts()::contains) || shared(a, b, Set.of("host"));
            case ACCOUNT -> shared(a, b, Set.of("user", "mailbox"));
            case ADDRESS -> shared(a, b, Set.of("ip"));
            case ANYTHING -> true;
        };
    }

    private static boolean shared(Moment a, Moment b, Set<String> types) {
        Set<Entity> of = a.entities().keySet().stream()
                .filter(entity -> types.contains(entity.type()))
                .collect(Collectors.toSet());
        return b.entities().keySet().stream().anyMatch(of::contains);
    }
}
