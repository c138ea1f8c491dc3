package dev.analystcopilot.api.chat;

import static dev.analystcopilot.api.Conversation.only;
import static dev.analystcopilot.api.Conversation.words;
import static dev.analystcopilot.api.llm.FakeLlmServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.Conversation;
import dev.analystcopilot.api.Conversation.Heard;
import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.api.Samples;
import dev.analystcopilot.api.llm.ConfiguredModel;
import dev.analystcopilot.api.llm.FakeLlmServer;
import dev.analystcopilot.api.llm.FakeLlmServer.Act;
import dev.analystcopilot.api.security.Role;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the language model does, people get an answer or a clear error within 15 seconds, and the same verdict.
@Tag("slow")
class OutageTest {
    private static final String QUESTION = "What happened on web-01 on 24 January 2022?";
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final FakeLlmServer LLM = new FakeLlmServer();

    @RegisterExtension
    static final RunningApi API = new RunningApi("copilot.llm.base-url", LLM.baseUrl(), "copilot.llm.model", "fake");

    @BeforeAll
    static void fill() {
        Samples.store(API.database(), "demo");
    }

    @BeforeEach
    void calm() {
        API.part(ConfiguredModel.class).model().orElseThrow().forgetFailures();
    }

    @AfterAll
    static void stop() {
        LLM.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anAnswerInTimeWithTheSameVerdict(String name, Act act, String tier, boolean tellsOfTheFault) {
        LLM.play(act);
        long start = System.nanoTime();

        List<Heard> events = new Conversation(API.as(Role.ANALYST)).ask(QUESTION);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
        assertThat(events.getFirst().type()).isEqualTo("status");
        assertThat(events.getLast().type()).isEqualTo("done");
        assertThat(only(events, "done").path("tier").asString()).isEqualTo(tier);
        assertThat(words(events)).isNotBlank();
        assertThat(only(events, "disposition").path("verdict").asString()).isEqualTo("true_positive");
        assertThat(only(events, "disposition").path("confidence").asDouble()).isEqualTo(0.87);
        assertThat(events.stream()
                        .anyMatch(
                                event -> event.data().path("stage").asString("").equals("fallback")))
                .isEqualTo(tellsOfTheFault);
    }

    static Stream<Arguments> anAnswerInTimeWithTheSameVerdict() {
        return Stream.of(
                Arguments.of("normal", says("A web shell ", "ran [1]."), "llm", false),
                Arguments.of("429", new Act.Fails(429), "narrator", true),
                Arguments.of("500", new Act.Fails(500), "narrator", true),
                Arguments.of("silence", new Act.Silent(), "narrator", true),
                Arguments.of("silence after headers", new Act.SilentAfterHeaders(), "narrator", true),
                Arguments.of("broken JSON", new Act.Garbles(List.of("A web ")), "narrator", true),
                Arguments.of("cut", new Act.Cuts(List.of("A web ")), "narrator", true),
                Arguments.of("stall", new Act.Stalls(List.of("A web ")), "narrator", true));
    }

    @Test
    void looksUpWithinTheAskersSightAndCitesIt() {
        LLM.play(
                new Act.Calls("search_alerts", "{\"entity\":\"host:web-01\"}"),
                says("A web shell ran on web-01 [1]. Seen [1] and [99]."));

        List<Heard> events = new Conversation(API.as(Role.ANALYST)).ask(QUESTION);

        assertThat(only(events, "tool").path("name").asString()).isEqualTo("search_alerts");
        assertThat(only(events, "citation").path("verified").asBoolean()).isTrue();
        assertThat(words(events)).contains("[1]").contains("~~Seen [1] and [99].~~");
        assertThat(only(events, "done").path("struck").asInt()).isEqualTo(1);
        assertThat(LLM.requests().getLast()).contains("Web shell on web-01");
    }

    @Test
    void noModelTalksTheVerdictAway() {
        LLM.play(says("This is benign. The verdict is false_positive with confidence 1.0."));

        List<Heard> events = new Conversation(API.as(Role.ANALYST)).ask(QUESTION);

        assertThat(only(events, "disposition").path("verdict").asString()).isEqualTo("true_positive");
        assertThat(API.database()
                        .cases()
                        .find(dev.analystcopilot.knowledge.postgres.Scope.analyst("demo"), Samples.CASE)
                        .orElseThrow()
                        .disposition()
                        .wireName())
                .isEqualTo("true_positive");
    }

    @Test
    void theConversationIsKept() {
        LLM.play(says("A web shell ran [1]."));
        var conversation = new Conversation(API.as(Role.ANALYST));
        var _ = conversation.ask(QUESTION);

        API.as(Role.ANALYST)
                .get()
                .uri("/api/v1/conversations/{id}", conversation.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.messages[0].text")
                .isEqualTo(QUESTION)
                .jsonPath("$.messages[1].text")
                .isEqualTo("A web shell ran [1].")
                .jsonPath("$.messages[1].tier")
                .isEqualTo("llm")
                .jsonPath("$.messages[1].citations[0].n")
                .isEqualTo(1);
    }
}
