package dev.analystcopilot.api.llm.agent;

import dev.analystcopilot.api.llm.Cap;
import dev.analystcopilot.api.llm.Caps;
import dev.analystcopilot.api.llm.LlmSettings;
import dev.analystcopilot.api.llm.provider.Usage;
import java.util.Optional;

/// What one answer has used up. One thread at a time.
final class Spending {
    private static final int REPEATS_BORNE = 2;

    private final Caps caps;
    private final long start = System.nanoTime();
    private int rounds;
    private int calls;
    private int tokens;
    private double cost;

    Spending(Caps caps) {
        this.caps = caps;
    }

    void round() {
        rounds++;
    }

    /// Takes one more lookup, if there is one left.
    boolean call() {
        return ++calls <= caps.calls();
    }

    void request(Usage usage, LlmSettings settings) {
        tokens += usage.total();
        settings.price().ifPresent(price -> cost += usage.cost(price.in(), price.out()));
    }

    /// Whether an answer that has grown to this length has to end.
    boolean tooLong(int tokensNow) {
        return tokens + tokensNow > caps.tokens();
    }

    /// What has run out, if anything: then no more is looked up.
    Optional<Cap> reached(Lookups lookups) {
        if (lookups.repeats() >= REPEATS_BORNE) {
            return Optional.of(Cap.REPEATS);
        }
        if (rounds >= caps.rounds()) {
            return Optional.of(Cap.ROUNDS);
        }
        if (calls >= caps.calls()) {
            return Optional.of(Cap.CALLS);
        }
        if (tokens >= caps.tokens()) {
            return Optional.of(Cap.TOKENS);
        }
        if (caps.cost() > 0 && cost >= caps.cost()) {
            return Optional.of(Cap.COST);
        }
        boolean late = System.nanoTime() - start >= caps.lookups().toNanos();
        return late ? Optional.of(Cap.TIME) : Optional.empty();
    }
}
