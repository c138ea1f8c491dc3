package dev.analystcopilot.api.client;

import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Keeps one caller from taking all places: so many answers of theirs at a time, the next is told to come back.
@Component
public final class Turnstile {
    private static final int AT_ONCE = 64;
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final Map<String, Integer> inside = new ConcurrentHashMap<>();

    /// The answer, or [ApiFailure.TooManyAttempts].
    public <T> Flux<T> through(Caller caller, Flux<T> answer) {
        String key = caller.tenant() + "/" + caller.login();
        return Flux.defer(() -> {
            if (inside.merge(key, 1, Integer::sum) > AT_ONCE) {
                leave(key);
                return Flux.error(new ApiFailure.TooManyAttempts(COME_BACK));
            }
            return answer.doFinally(signal -> leave(key));
        });
    }

    private void leave(String key) {
        inside.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
    }
}
