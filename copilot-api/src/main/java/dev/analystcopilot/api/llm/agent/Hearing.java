package dev.analystcopilot.api.llm.agent;

import dev.analystcopilot.api.llm.Cap;
import dev.analystcopilot.api.llm.LlmEvent;
import dev.analystcopilot.api.llm.provider.Piece;
import dev.analystcopilot.api.llm.provider.Usage;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/// Listens to one response. Words that may yet become a call are held back. One thread at a time.
final class Hearing {
    private final Spending spending;
    private final Function<String, LlmEvent> speak;
    private final StringBuilder held = new StringBuilder(0);
    private boolean holding;
    private int said;
    private Piece.@Nullable End end;

    /// @param calling whether tools can be called
    /// @param speak gives words out
    Hearing(boolean calling, Spending spending, Function<String, LlmEvent> speak) {
        this.holding = calling;
        this.spending = spending;
        this.speak = speak;
    }

    void hear(Piece piece, SynchronousSink<LlmEvent> sink) {
        switch (piece) {
            case Piece.Working ignored -> sink.next(new LlmEvent.Working());
            case Piece.End last -> {
                end = last;
                sink.next(new LlmEvent.Working());
            }
            case Piece.Text text -> {
                said += Usage.tokens(text.text());
                if (spending.tooLong(said)) {
                    sink.next(new LlmEvent.Capped(Cap.TOKENS));
                    return;
                }
                sink.next(heard(text.text()));
            }
        }
    }

    private LlmEvent heard(String text) {
        if (!holding) {
            return speak.apply(text);
        }
        held.append(text);
        holding = Plan.mayBeCall(held);
        if (holding) {
            return new LlmEvent.Working();
        }
        String all = held.toString();
        held.setLength(0);
        return speak.apply(all);
    }

    boolean holds() {
        return !held.isEmpty();
    }

    /// Empty while the response goes on.
    Optional<Piece.End> end() {
        return Optional.ofNullable(end);
    }

    /// Gives out what was held back after all.
    Flux<LlmEvent> release() {
        return held.isEmpty() ? Flux.empty() : Flux.just(speak.apply(held.toString()));
    }
}
