package dev.analystcopilot.api.security;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Who held a token a moment ago, so that a request need not ask the store again. Knows tokens by their hashes only,
/// and only those that were good: a token that is not remembered is no worse for it, it is looked up. Never blocks for
/// longer than a look at a map; safe for use by several threads.
///
/// What this process takes away is forgotten at once; what another process takes away in the store is, at the latest,
/// after the time that is kept.
final class CallerMemory {
    private final Duration kept;
    private final Clock clock;
    private final Map<String, Remembered> latest;
    private long takenAway;

    /// @param from when it was looked up
    /// @param until when it has to be looked up again, and no later than the token's own end
    private record Remembered(Caller caller, Instant from, Instant until) {
        /// A clock that was set back makes nothing last longer.
        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /// @param kept for how long; zero remembers nothing
    /// @param most so many, then those used longest ago give way
    CallerMemory(Duration kept, int most, Clock clock) {
        this.kept = requireNonNull(kept, "kept");
        this.clock = requireNonNull(clock, "clock");
        if (kept.isNegative() || most < 1) {
            throw new IllegalArgumentException("a time and a number that are not negative");
        }
        this.latest = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Remembered> eldest) {
                return size() > most;
            }
        };
    }

    /// Empty does not say that the token is bad.
    synchronized Optional<Caller> of(String hash) {
        Remembered known = latest.get(hash);
        if (known == null) {
            return Optional.empty();
        }
        if (!known.holds(clock.instant())) {
            latest.remove(hash);
            return Optional.empty();
        }
        return Optional.of(known.caller());
    }

    /// Taken before the store is asked and handed to [#keep]: what was taken away in between is not remembered.
    synchronized long moment() {
        return takenAway;
    }

    /// @param expires when the token itself ends
    /// @param moment of before the store was asked
    synchronized void keep(String hash, Caller caller, Instant expires, long moment) {
        Instant now = clock.instant();
        Instant until = now.plus(kept);
        if (moment == takenAway) {
            latest.put(hash, new Remembered(caller, now, until.isBefore(expires) ? until : expires));
        }
    }

    /// The token was taken away.
    synchronized void forget(String hash) {
        takenAway++;
        latest.remove(hash);
    }

    /// All of somebody's tokens were taken away.
    synchronized void forgetAll(String tenant, String login) {
        takenAway++;
        latest.values()
                .removeIf(known -> known.caller().tenant().equals(tenant)
                        && known.caller().login().equals(login));
    }

    synchronized int size() {
        return latest.size();
    }
}
