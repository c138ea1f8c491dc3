package dev.analystcopilot.eval.llm;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A script being played as the data of events.
final class Play {
    private final List<Act> acts;
    private final int charactersIn;
    private final int charactersOut;
    private final Exchange exchange;

    Play(List<Act> acts, int charactersIn, Exchange exchange) {
        this.acts = List.copyOf(acts);
        this.exchange = exchange;
        this.charactersIn = charactersIn;
        this.charactersOut = text().length();
    }

    /// Ends the connection in the middle.
    static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    Flux<String> stream() {
        var calls = new AtomicInteger();
        return Flux.fromIterable(acts).concatMap(act -> data(act, calls)).concatWith(Flux.defer(() -> {
            exchange.played();
            return Flux.just(Chunks.finish(calls.get() > 0), Chunks.usage(charactersIn, charactersOut), "[DONE]");
        }));
    }

    /// All at once, after all pauses.
    Mono<String> whole() {
        Duration pauses = acts.stream()
                .map(act -> switch (act) {
                    case Act.Say say -> say.pause();
                    case Act.Wait wait -> wait.pause();
                    case Act.Call ignored -> Duration.ZERO;
                    case Act.Fail ignored -> Duration.ZERO;
                    case Act.Silence ignored -> Duration.ZERO;
                    case Act.Stall ignored -> Duration.ofDays(1);
                    case Act.Garbage ignored -> Duration.ZERO;
                    case Act.Cut ignored -> Duration.ZERO;
                })
                .reduce(Duration.ZERO, Duration::plus);
        List<Act.Call> calls = acts.stream()
                .filter(Act.Call.class::isInstance)
                .map(Act.Call.class::cast)
                .toList();
        exchange.played();
        return Mono.just(Chunks.whole(text(), calls, charactersIn)).delayElement(pauses);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        acts.forEach(act -> {
            if (act instanceof Act.Say say) {
                text.append(say.text());
            }
        });
        return text.toString();
    }

    private Flux<String> data(Act act, AtomicInteger calls) {
        return switch (act) {
            case Act.Say say -> paused(Mono.fromCallable(() -> sent(say)), say.pause());
            case Act.Call call -> Flux.defer(() -> Flux.just(Chunks.call(calls.getAndIncrement(), call)));
            case Act.Wait wait -> paused(Mono.empty(), wait.pause());
            case Act.Garbage garbage -> Flux.just(garbage.data());
            case Act.Stall ignored -> Flux.never();
            case Act.Silence ignored -> Flux.never();
            case Act.Cut ignored -> Flux.error(new CutOff());
            case Act.Fail ignored -> Flux.error(new IllegalStateException("a status can only come first"));
        };
    }

    private String sent(Act.Say say) {
        exchange.says(say.text());
        return Chunks.text(say.text());
    }

    private static Flux<String> paused(Mono<String> piece, Duration pause) {
        return pause.isZero()
                ? piece.flux()
                : piece.concatWith(Mono.delay(pause).then(Mono.empty()));
    }
}
