package dev.analystcopilot.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerMemoryTest {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofDays(1));
    private static final Caller ANA = new Caller("ana", "demo", Set.of(Role.ANALYST));

    private final TurnedClock clock = new TurnedClock(START);
    private final CallerMemory memory = new CallerMemory(KEPT, 3, clock);

    private void keep(String hash, Caller caller) {
        memory.keep(hash, caller, LATER, memory.moment());
    }

    @Test
    void whoWasFoundIsRememberedForAWhile() {
        keep("a", ANA);
        clock.turn(KEPT.minusMillis(1));

        assertThat(memory.of("a")).contains(ANA);
        assertThat(memory.of("b")).isEmpty();
    }

    @Test
    void afterThatTheStoreIsAskedHoweverOftenTheTokenWasUsed() {
        keep("a", ANA);
        clock.turn(Duration.ofSeconds(3));
        var _ = memory.of("a");
        clock.turn(Duration.ofSeconds(2));

        assertThat(memory.of("a")).isEmpty();
        assertThat(memory.size()).isZero();
    }

    @Test
    void aTokenThatEndsSoonerEndsOnTime() {
        memory.keep("a", ANA, START.plusSeconds(2), memory.moment());
        clock.turn(Duration.ofSeconds(2));

        assertThat(memory.of("a")).isEmpty();
    }

    @Test
    void aClockThatIsSetBackMakesNothingLastLonger() {
        keep("a", ANA);
        clock.turn(Duration.ofHours(-1));

        assertThat(memory.of("a")).isEmpty();
    }

    @Test
    void whatIsTakenAwayIsForgottenAtOnce() {
        keep("a", ANA);
        keep("b", ANA);
        memory.forget("a");

        assertThat(memory.of("a")).isEmpty();
        assertThat(memory.of("b")).contains(ANA);
    }

    @Test
    void allOfSomebodysTokensAreForgottenAndNobodyElses() {
        keep("a", ANA);
        keep("b", new Caller("bo", "demo", Set.of(Role.STAFF)));
        keep("c", new Caller("ana", "other", Set.of(Role.STAFF)));
        memory.forgetAll("demo", "ana");

        assertThat(memory.of("a")).isEmpty();
        assertThat(memory.of("b")).isPresent();
        assertThat(memory.of("c")).isPresent();
    }

    @Test
    void whatIsTakenAwayWhileItIsLookedUpIsNotRemembered() {
        long moment = memory.moment();
        memory.forget("a");
        memory.keep("a", ANA, LATER, moment);

        assertThat(memory.of("a")).isEmpty();
    }

    @Test
    void itHoldsNoMoreThanItMayAndWhatWasUsedLatestStays() {
        keep("a", ANA);
        keep("b", ANA);
        keep("c", ANA);
        var _ = memory.of("a");
        keep("d", ANA);

        assertThat(memory.size()).isEqualTo(3);
        assertThat(memory.of("a")).isPresent();
        assertThat(memory.of("b")).isEmpty();
    }

    @Test
    void noTimeRemembersNothing() {
        var none = new CallerMemory(Duration.ZERO, 3, clock);
        none.keep("a", ANA, LATER, none.moment());

        assertThat(none.of("a")).isEmpty();
    }
}
