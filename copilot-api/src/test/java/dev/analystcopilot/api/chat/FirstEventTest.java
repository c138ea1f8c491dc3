package dev.analystcopilot.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/// What a question needs before its first event is not kept waiting by other people's work.
@Tag("slow")
class FirstEventTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /// Of the store's bridge.
    private static final int THREADS = 8;
    /// Of the pool that everything but the door shares.
    private static final int CONNECTIONS = 10;

    @RegisterExtension
    static final RunningApi API = new RunningApi();

    @Test
    void itComesWhileTheStoreIsTakenByOthers() {
        WebTestClient known = API.as(Role.ANALYST);
        String id = new Conversation(known).id();

        assertThat(whileTheStoreIsTaken(() -> firstEvent(known, id))).contains("\"stage\":\"reading\"");
    }

    @Test
    void aTokenThatWasNotSeenYetIsLookedUpAllTheSame() {
        String token = API.token(Role.ANALYST);
        WebTestClient stranger = API.anonymous()
                .mutate()
                .defaultHeader("Authorization", "Bearer " + token)
                .build();

        assertThat(whileTheStoreIsTaken(() -> stranger.get()
                        .uri("/api/v1/session")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody()
                        .blockFirst(PATIENCE)))
                .contains("tester");
    }

    private static String firstEvent(WebTestClient client, String conversation) {
        return client.post()
                .uri("/api/v1/conversations/" + conversation + "/messages")
                .accept(MediaType.TEXT_EVENT_STREAM)
                .bodyValue(Map.of("text", "What happened?"))
                .exchange()
                .returnResult(String.class)
                .getResponseBody()
                .blockFirst(PATIENCE);
    }

    /// All threads that wait for the store, and all of its connections but those at the door, are held.
    private static String whileTheStoreIsTaken(Supplier<String> asked) {
        var held = new CountDownLatch(THREADS + CONNECTIONS);
        var over = new CountDownLatch(1);
        try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < THREADS; i++) {
                var _ = API.part("storeBridge", ReactiveBridge.class)
                        .run(() -> hold(held, over))
                        .subscribe();
            }
            for (int i = 0; i < CONNECTIONS; i++) {
                work.execute(() -> API.part(Database.class).transactions().in(Scope.analyst("demo"), handle -> {
                    hold(held, over);
                    return true;
                }));
            }
            try {
                await(held);
                return asked.get();
            } finally {
                over.countDown();
            }
        }
    }

    private static void hold(CountDownLatch held, CountDownLatch over) {
        held.countDown();
        await(over);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
