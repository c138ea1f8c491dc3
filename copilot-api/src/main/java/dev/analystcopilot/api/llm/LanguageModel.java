package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.LlmFailure.Kind;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.http.client.HttpClient;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/// An OpenAI-compatible endpoint behind a bulkhead, a circuit breaker and limits on time. A stream from here ends in
/// time, always: complete, or with an [LlmFailure].
public final class LanguageModel {
    private static final int MOST_ROUNDS = 5;
    private static final Duration BEFORE_RETRY = Duration.ofMillis(400);

    private final LlmSettings settings;
    private final Scheduler blocking;
    private final VeilFactory veils;
    private final HttpClient http = HttpClients.shared();
    private final CircuitBreakerRegistry breakers;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    /// @param blocking where tools run
    /// @param veils what the provider must not learn
    public LanguageModel(LlmSettings settings, Scheduler blocking, VeilFactory veils) {
        this.settings = requireNonNull(settings, "settings");
        this.blocking = requireNonNull(blocking, "blocking");
        this.veils = requireNonNull(veils, "veils");
        this.breakers = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(8)
                .minimumNumberOfCalls(4)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(30))
                .permittedNumberOfCallsInHalfOpenState(1)
                // Our own fullness says nothing about the model's health.
                .ignoreException(e -> e instanceof LlmFailure failure && failure.kind() == Kind.FULL)
                .build());
        this.breaker = breakers.circuitBreaker("llm");
        this.bulkhead = Bulkhead.of(
                "llm",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.limits().concurrent())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    public String name() {
        return settings.model();
    }

    /// Whether questions go to the model now, or it is given a rest after failing repeatedly.
    public boolean resting() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /// State, calls and failures of the breaker.
    public MeterBinder metrics() {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    /// Forgets past failures, as if the service had just been started.
    public void forgetFailures() {
        breaker.reset();
    }

    /// Streams the answer. Nothing is retried once anything has come back.
    public Flux<LlmEvent> answer(LlmConversation conversation) {
        Flux<LlmEvent> began = Flux.just(new LlmEvent.Began("primary (" + name() + ")", Optional.empty()));
        Flux<LlmEvent> answer = Flux.defer(() -> limited(conversation))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorMap(Failures::of);
        return Flux.concat(began, answer);
    }

    private Flux<LlmEvent> limited(LlmConversation conversation) {
        var limits = settings.limits();
        var spoke = new AtomicBoolean();
        var began = new AtomicBoolean();
        Veil veil = veils.forAnswer("primary", conversation);
        Flux<LlmEvent> rounds = Flux.defer(() -> round(conversation, veil, opening(conversation, veil), 1))
                .doOnNext(event -> began.set(true))
                .retryWhen(Retry.fixedDelay(1, BEFORE_RETRY)
                        .scheduler(blocking)
                        .filter(error -> !began.get()
                                && error instanceof LlmFailure failure
                                && failure.kind().worthRetrying())
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()))
                .timeout(Mono.delay(limits.firstToken()), event -> Mono.delay(limits.betweenTokens()))
                .doOnNext(event -> {
                    if (event instanceof LlmEvent.Text) {
                        spoke.set(true);
                    }
                });
        Mono<LlmEvent> tooLate = Mono.delay(limits.firstText())
                .filter(tick -> !spoke.get())
                .switchIfEmpty(Mono.delay(limits.whole().minus(limits.firstText())))
                .flatMap(tick -> Mono.error(new TimeoutException("limit")));
        return Flux.merge(rounds.materialize(), tooLate.materialize())
                .<LlmEvent>dematerialize()
                .filter(event -> !(event instanceof LlmEvent.Working));
    }

    private static List<ChatMessage> opening(LlmConversation conversation, Veil veil) {
        List<ChatMessage> messages = new ArrayList<>();
        messages.add(SystemMessage.from(veil.hide(conversation.system())));
        for (var turn : conversation.turns()) {
            messages.add(
                    switch (turn.speaker()) {
                        case USER -> UserMessage.from(veil.hide(turn.text()));
                        case ASSISTANT -> AiMessage.from(veil.hide(turn.text()));
                    });
        }
        return messages;
    }

    private Flux<LlmEvent> round(LlmConversation conversation, Veil veil, List<ChatMessage> messages, int number) {
        var said = new AtomicReference<@Nullable AiMessage>();
        return new Round(settings, http, conversation, messages, veil)
                .stream(said::set)
                        .concatWith(Flux.defer(() -> tools(conversation, veil, messages, said.get(), number)));
    }

    private Flux<LlmEvent> tools(
            LlmConversation conversation, Veil veil, List<ChatMessage> before, @Nullable AiMessage said, int number) {
        if (said == null || !said.hasToolExecutionRequests()) {
            return Flux.empty();
        }
        if (number == MOST_ROUNDS) {
            return Flux.error(new LlmFailure(Kind.EMPTY, null));
        }
        List<ChatMessage> messages = new ArrayList<>(before);
        messages.add(said);
        Flux<LlmEvent> used = Flux.fromIterable(said.toolExecutionRequests())
                .concatMap(request -> Mono.fromCallable(() -> {
                            String arguments = veil.restore(request.arguments());
                            var answer = ToolSpecs.run(conversation.tools(), request.name(), arguments);
                            messages.add(ToolExecutionResultMessage.from(request, veil.hide(answer.forModel())));
                            return (LlmEvent) new LlmEvent.ToolUsed(request.name(), arguments, answer.summary());
                        })
                        .subscribeOn(blocking));
        return used.concatWith(Flux.defer(() -> round(conversation, veil, messages, number + 1)));
    }
}
