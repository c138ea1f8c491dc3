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
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.postgres.Scope;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a language model says is shown as fact only where the store bears it out.
@Tag("slow")
class ProofTest {
    private static final String QUESTION = "What happened on web-01 on 24 January 2022?";
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

    @Test
    void strikesWhatTheCaseDoesNotSay() {
        LLM.play(says("web-01 was scanned at 03:57 [1]. ", "A web shell ran at 05", ":55 [1]. They own the network."));

        List<Heard> events = ask();

        assertThat(words(events))
                .isEqualTo("web-01 was scanned at 03:57 [1]. ~~A web shell ran at 05:55 [1].~~ They own the network."
                        + " *(not proven)*");
        assertThat(only(events, "struck").path("reasons").get(0).asString()).isEqualTo("[1] does not hold '05:55'");
        assertThat(only(events, "done").path("verified").asInt()).isEqualTo(1);
        assertThat(only(events, "done").path("unproven").asInt()).isEqualTo(1);
        assertThat(only(events, "done").path("struck").asInt()).isEqualTo(1);
    }

    @Test
    void anAnswerWithNothingProvenIsReplacedByTheNarrators() {
        LLM.play(says("All is lost. Host evil-99 was hacked [1]. They own the network."));

        List<Heard> events = ask();

        assertThat(words(events))
                .startsWith("~~Host evil-99 was hacked [1].~~\n\n")
                .doesNotContain("All is lost")
                .contains("web-01");
        assertThat(only(events, "done").path("tier").asString()).isEqualTo("narrator");
        assertThat(only(events, "done").path("struck").asInt()).isEqualTo(1);
        assertThat(events.stream()
                        .map(event -> event.data().path("stage").asString(""))
                        .toList())
                .contains("fallback");
    }

    @Test
    void aToolThatThereIsNotIsNotShownAsUsed() {
        LLM.play(
                new FakeLlmServer.Act.Calls("read_mail", "{\"of\":\"mallory\"}"),
                says("web-01 was scanned at 03:57 [1]."));

        List<Heard> events = ask();

        assertThat(words(events)).isEqualTo("web-01 was scanned at 03:57 [1].");
        assertThat(events.toString()).doesNotContain("read_mail", "mallory");
    }

    @Test
    void anOpinionThatDiffersAsksForAHumanLookAndChangesNothing() {
        LLM.play(says(
                "web-01 was scanned at 03:57 [1].\n",
                "OPINION: case=" + Samples.CASE + " verdict=benign because the scan was attempted at 03:57 [1]."));

        List<Heard> events = ask();

        assertThat(words(events)).doesNotContain("OPINION");
        assertThat(only(events, "opinion").path("verdict").asString()).isEqualTo("benign");
        assertThat(only(events, "opinion").path("agrees").asBoolean()).isFalse();
        assertThat(only(events, "opinion").path("reasons").get(0).asString())
                .isEqualTo("the scan was attempted at 03:57 [1].");
        Scope scope = Scope.analyst("demo");
        assertThat(API.database().attention().of(scope, Attention.Subject.CASE, List.of(Samples.CASE)))
                .extracting(Attention::reason)
                .containsExactly(Attention.Reason.MODEL_DISAGREES);
        assertThat(API.database()
                        .cases()
                        .find(scope, Samples.CASE)
                        .orElseThrow()
                        .disposition())
                .isEqualTo(Verdict.TRUE_POSITIVE);
    }

    @Test
    void aModelIsNotToldItsOwnInventionsAgain() {
        LLM.play(says("web-01 was scanned at 03:57 [1]. Host evil-99 was hacked [1]. They own the network."));
        var conversation = new Conversation(API.as(Role.ANALYST));
        var _ = conversation.ask(QUESTION);
        var _ = conversation.ask("And then?");

        assertThat(LLM.requests().getLast())
                .contains("was scanned at 03:57")
                .doesNotContain("evil-99", "own the network");
        API.as(Role.ANALYST)
                .get()
                .uri("/api/v1/conversations/{id}", conversation.id())
                .exchange()
                .expectBody()
                .jsonPath("$.messages[1].struck")
                .isEqualTo(1)
                .jsonPath("$.messages[1].text")
                .value(String.class, text -> assertThat(text).contains("~~Host evil-99 was hacked [1].~~"));
    }

    @Test
    void claimsAreCountedForTheOperator() {
        LLM.play(says("web-01 was scanned at 03:57 [1]."));
        var counter = API.part(MeterRegistry.class).counter("copilot.claims", "result", "verified");
        double before = counter.count();
        var _ = ask();

        assertThat(counter.count()).isEqualTo(before + 1);
    }

    @Test
    void aReopenedConversationStillTellsWhyAndWhatTheModelThinks() {
        LLM.play(says(
                "web-01 was scanned at 03:57 [1]. A web shell ran at 05:55 [1].\n",
                "OPINION: case=" + Samples.CASE + " verdict=benign because the scan was attempted at 03:57 [1]."));
        var conversation = new Conversation(API.as(Role.ANALYST));
        var _ = conversation.ask(QUESTION);

        API.as(Role.ANALYST)
                .get()
                .uri("/api/v1/conversations/{id}", conversation.id())
                .exchange()
                .expectBody()
                .jsonPath("$.messages[1].beside[?(@.type=='struck')].data.reasons[0]")
                .isEqualTo("[1] does not hold '05:55'")
                .jsonPath("$.messages[1].beside[?(@.type=='opinion')].data.verdict")
                .isEqualTo("benign");
    }

    private static List<Heard> ask() {
        return new Conversation(API.as(Role.ANALYST)).ask(QUESTION);
    }
}
