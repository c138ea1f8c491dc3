package dev.analystcopilot.api.security;

import dev.analystcopilot.api.failure.ApiFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Slows guessing down: after five failures in a row of one name or one address, each further try has to wait, twice as
/// long each time. Success clears the name. Bounded: the oldest entries give way.
final class LoginThrottle {
    private static final int FREE_FAILURES = 5;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /// @throws ApiFailure.TooManyAttempts if this name or address has to wait
    synchronized void check(String... keys) {
        Instant now = clock.instant();
        for (String key : keys) {
            Failures known = failures.get(key);
            if (known != null && known.blockedUntil().isAfter(now)) {
                throw new ApiFailure.TooManyAttempts(
                        Duration.between(now, known.blockedUntil()).plusSeconds(1));
            }
        }
    }

    synchronized void failed(String... keys) {
        for (String key : keys) {
            Failures known = failures.get(key);
            int count = known == null ? 1 : known.count() + 1;
            failures.put(key, new Failures(count, clock.instant().plus(wait(count))));
        }
    }

    synchronized void succeeded(String... keys) {
        for (String key : keys) {
            failures.remove(key);
        }
    }

    private static Duration wait(int count) {
        if (count < FREE_FAILURES) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(count - FREE_FAILURES, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private record Failures(int count, Instant blockedUntil) {}
}
