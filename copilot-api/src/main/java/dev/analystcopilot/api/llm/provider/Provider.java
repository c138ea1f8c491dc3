package dev.analystcopilot.api.llm.provider;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.LlmFailure;
import dev.analystcopilot.api.llm.LlmFailure.Kind;
import dev.analystcopilot.api.llm.LlmSettings;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.ratelimiter.operator.RateLimiterOperator;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// One model behind its own circuit breaker, rate limiter, bulkhead and time limits. A stream from here ends, always:
/// complete, or with an [LlmFailure].
public final class Provider {
    private static final Duration BEFORE_RETRY = Duration.ofMillis(400);
    private static final Duration REST = Duration.ofSeconds(30);

    private final LlmSettings settings;
    private final Round round;
    private final Abilities abilities;
    private final Meters meters;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final RateLimiter limiter;

    /// @param breakers where this one's breaker is listed, by the provider's name
    public Provider(LlmSettings settings, CircuitBreakerRegistry breakers, MeterRegistry registry) {
        this.settings = requireNonNull(settings, "settings");
        var wire = new Wire(settings);
        this.round = new Round(settings, wire);
        this.abilities = new Abilities(settings, wire);
        this.meters = new Meters(registry, settings);
        this.breaker = breakers.circuitBreaker(settings.name(), breaking());
        this.bulkhead = Bulkhead.of(
                settings.name(),
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.limits().concurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        int perMinute = settings.limits().perMinute();
        this.limiter = RateLimiter.of(
                settings.name(),
                RateLimiterConfig.custom()
                        .limitForPeriod(perMinute == 0 ? Integer.MAX_VALUE : perMinute)
                        .limitRefreshPeriod(Duration.ofMinutes(1))
                        .timeoutDuration(Duration.ZERO)
                        .build());
    }

    private static CircuitBreakerConfig breaking() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(8)
                .minimumNumberOfCalls(4)
                .failureRateThreshold(50)
                .waitDurationInOpenState(REST)
                .permittedNumberOfCallsInHalfOpenState(1)
                .ignoreException(error -> !saysSomething(Failures.of(error).kind()))
                .build();
    }

    /// Our own fullness and what a model cannot read or use say nothing about its health.
    private static boolean saysSomething(Kind kind) {
        return switch (kind) {
            case FULL, NO_TOOLS, TOO_LONG, SLOW_READER, RESTING -> false;
            case SILENT, LIMITED, BROKEN, REFUSED, UNREACHABLE, GARBLED, CUT, EMPTY -> true;
        };
    }

    public LlmSettings settings() {
        return settings;
    }

    /// Whether it is given a rest after failing repeatedly.
    public boolean resting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /// Forgets past failures, as if the service had just been started.
    public void forgetFailures() {
        breaker.reset();
    }

    public Mono<Able> ability() {
        return abilities.now();
    }

    /// Of a model that looks for things in circles, or asks for what does not exist.
    public void strugglesWithTools() {
        abilities.strugglesWithTools();
    }

    /// It was given up on from outside, for want of an answer in time.
    public void tookTooLong(Duration took) {
        breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, new LlmFailure(Kind.SILENT, null));
    }

    /// Asks. Nothing is retried once anything has come back; from then on the request is not held any more.
    public Flux<Piece> ask(Request request) {
        int tokens = request.lines().stream().mapToInt(Line::tokens).sum();
        var unanswered = new AtomicReference<@Nullable Request>(request);
        return attempt(unanswered, tokens)
                .retryWhen(Retry.fixedDelay(1, BEFORE_RETRY)
                        .filter(error -> unanswered.get() != null
                                && error instanceof LlmFailure failure
                                && failure.kind().worthRetrying())
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    private Flux<Piece> attempt(AtomicReference<@Nullable Request> unanswered, int tokens) {
        return Flux.defer(() -> {
                    Request request = unanswered.get();
                    return request == null
                            ? Flux.<Piece>error(new LlmFailure(Kind.CUT, null))
                            : measured(round.stream(request), unanswered, tokens);
                })
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(RateLimiterOperator.of(limiter))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorMap(Failures::of);
    }

    private Flux<Piece> measured(Flux<Piece> pieces, AtomicReference<@Nullable Request> unanswered, int tokens) {
        long start = System.nanoTime();
        return pieces.timeout(
                        Mono.delay(settings.limits().firstToken()),
                        piece -> Mono.delay(settings.limits().betweenTokens()))
                .doOnNext(piece -> {
                    if (unanswered.getAndSet(null) != null) {
                        meters.began(since(start));
                    }
                    if (piece instanceof Piece.End end) {
                        meters.used(end.usage());
                    }
                })
                .doOnComplete(() -> meters.ended(since(start)))
                .doOnCancel(() -> meters.failed("cancelled", since(start)))
                .doOnError(error -> failed(Failures.of(error).kind(), tokens, since(start)));
    }

    private void failed(Kind kind, int tokens, Duration took) {
        meters.failed(kind.name(), took);
        if (kind == Kind.TOO_LONG) {
            abilities.tooLong(tokens);
        }
        if (kind == Kind.NO_TOOLS) {
            abilities.refusesTools();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
