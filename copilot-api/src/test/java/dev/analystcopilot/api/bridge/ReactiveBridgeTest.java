package dev.analystcopilot.api.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.api.failure.ApiFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class ReactiveBridgeTest {
    private final ReactiveBridge bridge = new ReactiveBridge("test", 1, 100);

    @AfterEach
    void stop() {
        bridge.close();
    }

    @Test
    void waitingForATurnDoesNotCount() {
        List<Mono<Boolean>> calls = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> bridge.call(() -> nap(200), Duration.ofMillis(900)))
                .toList();

        assertThat(Flux.merge(calls).collectList().block(Duration.ofSeconds(20)))
                .containsExactly(true, true, true, true, true);
    }

    @Test
    void theWorkItselfHasALimit() {
        assertThatThrownBy(() ->
                        bridge.call(() -> nap(5_000), Duration.ofMillis(100)).block(Duration.ofSeconds(20)))
                .hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void stepsOfStreamsTakeNoTurn() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var listening = bridge.run(() -> {
                    begun.countDown();
                    nap(5_000);
                })
                .subscribe();
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();

        assertThat(Flux.just(1, 2).publishOn(bridge.scheduler()).collectList().block(Duration.ofSeconds(2)))
                .containsExactly(1, 2);
        listening.dispose();
    }

    private static boolean nap(long millis) {
        try {
            return !new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void saysThatTheDatabaseIsAwayWhereItIs() {
        var broken = new IllegalStateException(new SQLException("the connection was refused", "08001"));
        var refused = new IllegalStateException(new SQLException("no such column", "42703"));

        assertThatThrownBy(() -> failing(broken).block(Duration.ofSeconds(5)))
                .isInstanceOf(ApiFailure.Unavailable.class)
                .hasMessageContaining("try again");
        assertThatThrownBy(() -> failing(refused).block(Duration.ofSeconds(5))).isSameAs(refused);
    }

    private Mono<Object> failing(RuntimeException error) {
        return bridge.call(() -> {
            throw error;
        });
    }
}
