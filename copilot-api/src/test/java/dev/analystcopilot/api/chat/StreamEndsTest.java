package dev.analystcopilot.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.llm.FakeLlmServer;
import dev.analystcopilot.api.llm.FakeLlmServer.Act;
import dev.analystcopilot.api.security.Role;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/// Who closes the page stops the language model, and nobody waits for the first sign of life.
@Tag("slow")
class StreamEndsTest {
    private static final String QUESTION = "What happened on web-01 on 24 January 2022?";
    private static final FakeLlmServer LLM = new FakeLlmServer();

    @RegisterExtension
    static final RunningApi API = new RunningApi("copilot.llm.base-url", LLM.baseUrl(), "copilot.llm.model", "fake");

    @BeforeAll
    static void fill() {
        Samples.store(API.database(), "demo");
    }

    @AfterAll
    static void stop() {
        LLM.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "token"})
    void theModelStopsWithinASecondOfTheClient(String seen) throws InterruptedException {
        LLM.play(new Act.Says(Collections.nCopies(600, "A web shell ran on web-01 [1]. "), Duration.ofMillis(100)));
        int before = LLM.requests().size();
        var heard = new CountDownLatch(1);

        Disposable listening = events(new Conversation(API.as(Role.ANALYST)).id())
                .subscribe(event -> {
                    if (seen.equals(event.event())) {
                        heard.countDown();
                    }
                });
        assertThat(heard.await(10, TimeUnit.SECONDS)).isTrue();
        await(Duration.ofSeconds(10), () -> LLM.requests().size() > before);
        assertThat(LLM.open()).isEqualTo(1);
        long closed = System.nanoTime();
        listening.dispose();
        await(Duration.ofSeconds(5), () -> LLM.open() == 0);

        assertThat(Duration.ofNanos(System.nanoTime() - closed)).isLessThan(Duration.ofSeconds(1));
        assertThat(LLM.requests()).hasSize(before + 1);
    }

    @Test
    void aStrangersConversationIsNotFound() {
        String mine = new Conversation(API.as(Role.ANALYST)).id();

        for (String id : List.of("none-such", mine)) {
            API.as(Role.STAFF)
                    .post()
                    .uri("/api/v1/conversations/{id}/messages", id)
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(Map.of("text", QUESTION))
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void anOddLanguageIsABadRequest() {
        API.as(Role.ANALYST)
                .post()
                .uri("/api/v1/conversations/{id}/messages", new Conversation(API.as(Role.ANALYST)).id())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("text", QUESTION, "lang", "xx"))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static Flux<ServerSentEvent<String>> events(String conversation) {
        return WebClient.create(API.url())
                .post()
                .uri("/api/v1/conversations/{id}/messages", conversation)
                .header("Authorization", "Bearer " + API.token(Role.ANALYST))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("text", QUESTION, "lang", "en"))
                .retrieve()
                .bodyToFlux(new ParameterizedTypeReference<>() {});
    }

    private static void await(Duration limit, java.util.function.BooleanSupplier enough) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (!enough.getAsBoolean() && System.nanoTime() < until) {
            Thread.sleep(5);
        }
    }
}
