package dev.analystcopilot.api.security;

import dev.analystcopilot.api.failure.ApiFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Slows guessing down: after five failures in a row of one name, or thirty from one address (many people may share
/// one), each further try has to wait, twice as long each time. Success clears the name. Bounded: the oldest entries
/// give way.
final class LoginThrottle {
    private static final int FREE_OF_A_NAME = 5;
    private static final int FREE_OF_AN_ADDRESS = 30;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final String NAME = "name ";
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
    synchronized void check(String name, String address) {
        Instant now = clock.instant();
        for (String key : keys(name, address)) {
            Failures known = failures.get(key);
            if (known != null && known.blockedUntil().isAfter(now)) {
                throw new ApiFailure.TooManyAttempts(
                        Duration.between(now, known.blockedUntil()).plusSeconds(1));
            }
        }
    }

    synchronized void failed(String name, String address) {
        for (String key : keys(name, address)) {
            Failures known = failures.get(key);
            int count = known == null ? 1 : known.count() + 1;
            int free = key.startsWith(NAME) ? FREE_OF_A_NAME : FREE_OF_AN_ADDRESS;
            failures.put(key, new Failures(count, clock.instant().plus(wait(count - free))));
        }
    }

    synchronized void succeeded(String name) {
        failures.remove(NAME + name);
    }

    private static List<String> keys(String name, String address) {
        return List.of(NAME + name, "address " + address);
    }

    private static Duration wait(int beyondFree) {
        if (beyondFree < 0) {
            return Duration.ZERO;
        }
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyondFree, 20));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private record Failures(int count, Instant blockedUntil) {}
}
