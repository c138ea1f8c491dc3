package dev.analystcopilot.api.llm;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.LlmFailure.Kind;
import dev.analystcopilot.api.llm.agent.Answering;
import dev.analystcopilot.api.llm.provider.Failures;
import dev.analystcopilot.api.llm.provider.Provider;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// The language models of this installation, best first: where one cannot answer, the next one is asked, until words
/// have been given out. A stream from here ends in time, always: complete, or with an [LlmFailure]. Whoever stops
/// listening stops the request to the provider.
public final class LanguageModel {
    /// How many events may wait for a slow reader before the answer is given up.
    private static final int AHEAD = 4_096;

    private final Scheduler blocking;
    private final VeilFactory veils;
    private final Caps caps;
    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final List<Provider> providers;

    /// @param settings one for each provider, best first; at least one
    /// @param blocking where tools run
    /// @param veils what providers must not learn
    /// @param registry where use and times are counted
    public LanguageModel(
            List<LlmSettings> settings, Caps caps, Scheduler blocking, VeilFactory veils, MeterRegistry registry) {
        this.caps = requireNonNull(caps, "caps");
        this.blocking = requireNonNull(blocking, "blocking");
        this.veils = requireNonNull(veils, "veils");
        if (settings.isEmpty()) {
            throw new IllegalArgumentException("at least one language model");
        }
        this.providers = settings.stream()
                .map(each -> new Provider(each, breakers, registry))
                .toList();
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(registry);
    }

    /// The first one's model.
    public String name() {
        return providers.getFirst().settings().model();
    }

    /// Whether none of them is asked now: all are given a rest after failing repeatedly.
    public boolean resting() {
        return providers.stream().allMatch(Provider::resting);
    }

    /// Each of them, best first.
    public List<ProviderState> states() {
        return providers.stream()
                .map(provider -> new ProviderState(
                        provider.settings().name(),
                        provider.settings().model(),
                        provider.resting() ? ProviderState.OPEN : ProviderState.READY))
                .toList();
    }

    /// Forgets past failures, as if the service had just been started.
    public void forgetFailures() {
        providers.forEach(Provider::forgetFailures);
    }

    /// Streams the answer.
    public Flux<LlmEvent> answer(LlmConversation conversation) {
        return answer(() -> conversation);
    }

    /// Streams the answer.
    ///
    /// @param conversation composed for each use: most of it is evidence, and not held while the answer
    ///     streams
    public Flux<LlmEvent> answer(Supplier<LlmConversation> conversation) {
        return Flux.defer(() -> {
                    var answering = new Answering(conversation, caps, blocking);
                    return by(answering, 0, Optional.empty()).takeUntilOther(tooLate(answering));
                })
                .filter(event -> !(event instanceof LlmEvent.Working))
                .onErrorMap(Failures::of)
                .onBackpressureBuffer(AHEAD, BufferOverflowStrategy.ERROR)
                .onErrorMap(error -> !(error instanceof LlmFailure), error -> new LlmFailure(Kind.SLOW_READER, error));
    }

    private Flux<LlmEvent> by(Answering answering, int place, Optional<Kind> insteadOf) {
        Provider provider = providers.get(place);
        LlmEvent began = new LlmEvent.Began(provider.settings().label(), insteadOf);
        Flux<LlmEvent> answer = Flux.defer(() -> answering.by(
                        provider, veils.forAnswer(provider.settings().name(), answering.conversation())))
                .onErrorResume(
                        LlmFailure.class,
                        failure -> answering.spoke() || place + 1 == providers.size()
                                ? Flux.error(failure)
                                : by(answering, place + 1, Optional.of(failure.kind())));
        return Flux.concat(Flux.just(began), answer);
    }

    /// Fails when the first words, or the last ones, have not come in time.
    private Mono<Void> tooLate(Answering answering) {
        return Mono.delay(caps.firstText())
                .filter(tick -> !answering.spoke())
                .doOnNext(tick -> answering.asked().ifPresent(asked -> asked.tookTooLong(caps.firstText())))
                .switchIfEmpty(Mono.delay(caps.whole().minus(caps.firstText())))
                .flatMap(tick -> Mono.error(new LlmFailure(Kind.SILENT, null)));
    }

    /// @param name of its place: `primary`, `secondary`
    /// @param state `ready`, or `open` while it is given a rest after failures
    public record ProviderState(String name, String model, String state) {
        static final String READY = "ready";
        static final String OPEN = "open";

        public ProviderState {
            requireNonNull(name, "name");
            requireNonNull(model, "model");
            requireNonNull(state, "state");
        }
    }
}
