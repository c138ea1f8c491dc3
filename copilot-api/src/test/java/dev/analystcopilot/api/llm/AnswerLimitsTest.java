package dev.analystcopilot.api.llm;

import static dev.analystcopilot.api.llm.FakeLlmServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.llm.FakeLlmServer.Act;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.llm.LlmSettings.Ability;
import dev.analystcopilot.api.llm.LlmSettings.Limits;
import dev.analystcopilot.api.llm.LlmSettings.Price;
import dev.analystcopilot.api.llm.LlmSettings.Tools;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// What one answer may take, and what is done where that is used up or the model cannot do what is asked of it.
class AnswerLimitsTest {
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), 4, 0);
    private static final Ability CAPABLE = new Ability(Tools.AUTO, OptionalInt.of(32_768));

    private final FakeLlmServer server = new FakeLlmServer();
    private final FakeLlmServer second = new FakeLlmServer();
    private final Scheduler blocking = Schedulers.newBoundedElastic(4, 10, "test");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EchoTool tool = new EchoTool(1);

    @AfterEach
    void stop() {
        server.close();
        second.close();
        blocking.dispose();
    }

    @Test
    void anotherModelTakesOverWhereTheFirstFailsAfterALookup() {
        server.play(call("c1"), new Act.Fails(500));
        second.play(says("Quiet."));

        List<LlmEvent> events = ask(model(CAPABLE, true), tool);

        assertThat(events)
                .containsExactly(
                        new LlmEvent.Began("primary (fake)", Optional.empty()),
                        new LlmEvent.ToolUsed("get_case", "{\"id\":\"c1\"}", "looked up c1"),
                        new LlmEvent.Began("secondary (fake2)", Optional.of(LlmFailure.Kind.BROKEN)),
                        new LlmEvent.Text("Quiet."));
        assertThat(second.requests().getFirst()).contains("case c1, part 1");
    }

    @Test
    void theSameLookupIsNotRepeatedAndTheSecondRepeatEndsThem() {
        server.play(call("c1"), call("c1"), call("c1"), says("Quiet."));

        List<LlmEvent> events = ask(model(CAPABLE, false), tool);

        assertThat(tool.calls).hasValue(1);
        assertThat(events).contains(new LlmEvent.Capped(Cap.REPEATS)).endsWith(new LlmEvent.Text("Quiet."));
        assertThat(server.requests().get(2)).contains("You have this result already");
        assertThat(server.requests().getLast())
                .contains("Answer the question now")
                .doesNotContain("\"tools\"");
    }

    @Test
    void afterSoManyRoundsTheModelHasToAnswer() {
        server.play(call("c1"), call("c2"), call("c3"), says("Enough."));

        List<LlmEvent> events = ask(model(CAPABLE, false), tool);

        assertThat(events).contains(new LlmEvent.Capped(Cap.ROUNDS)).endsWith(new LlmEvent.Text("Enough."));
    }

    @Test
    void theCostIsCountedAndCapped() {
        server.play(call("c1"), says("Enough."));
        var dear = new LlmSettings(
                "primary",
                server.baseUrl(),
                "fake",
                null,
                LIMITS,
                CAPABLE,
                Optional.of(new Price(1_000_000, 1_000_000)));
        var caps = new Caps(
                3, 6, 20_000, Duration.ofSeconds(8), 0.5, Duration.ofSeconds(30), Duration.ofSeconds(60), 0.35);

        List<LlmEvent> events = ask(new LanguageModel(List.of(dear), caps, blocking, VeilFactory.NONE, registry), tool);

        assertThat(events).contains(new LlmEvent.Capped(Cap.COST));
        assertThat(registry.get("copilot.llm.cost").counter().count()).isPositive();
        assertThat(registry.get("gen_ai.client.token.usage")
                        .tag("gen_ai.token.type", "input")
                        .summary()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("gen_ai.client.operation.duration")
                        .tag("error.type", "none")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void moreThanFitsComesInPages() {
        server.play(call("c1"), new Act.Calls("get_case", "{\"id\":\"c1\",\"page\":2}"), says("Read."));
        var big = new EchoTool(400);

        var _ = ask(model(new Ability(Tools.NATIVE, OptionalInt.of(16_384)), false), big);

        assertThat(big.calls).hasValue(1);
        assertThat(server.requests().get(1))
                .contains("case c1, part 1\\n")
                .contains("(page 1 of ")
                .doesNotContain("part 400");
        assertThat(server.requests().get(2)).contains("(page 2 of ");
    }

    @Test
    void anEndpointThatTakesNoToolsIsAskedForAPlan() {
        server.play(
                new Act.Fails(400, "this model does not support tools"),
                says("{\"calls\":[{\"tool\":\"get_case\",\"arguments\":{\"id\":\"c7\"}}]}"),
                says("Quiet."),
                says("{\"calls\":[]}"),
                says("Still quiet."));
        var model = model(CAPABLE, false);

        assertThat(ask(model, tool))
                .contains(new LlmEvent.ToolUsed("get_case", "{\"id\":\"c7\"}", "looked up c7"))
                .endsWith(new LlmEvent.Text("Quiet."));
        assertThat(ask(model, tool)).endsWith(new LlmEvent.Text("Still quiet."));
        assertThat(server.requests().get(2)).contains("case c7, part 1").doesNotContain("\"tools\"");
    }

    @Test
    void aSmallContextMeansAPlanAndLessEvidence() {
        server.play(says("no plan, sorry"), says("Quiet."));
        String evidence = "<evidence n=\"1\">\nsome words of an alert, and more of them\n</evidence>\n".repeat(2_000);
        var conversation = new LlmConversation(
                "demo",
                "rules",
                List.of(new Turn(Speaker.USER, evidence + "<question>\nwhat?\n</question>")),
                List.of(tool));

        var events = model(new Ability(Tools.AUTO, OptionalInt.of(8_192)), false)
                .answer(conversation)
                .collectList()
                .block();

        assertThat(events).endsWith(new LlmEvent.Text("Quiet."));
        assertThat(server.requests()).hasSize(2).allMatch(body -> body.length() / 4 < 8_192);
        assertThat(server.requests().getLast()).contains("<question>");
    }

    @Test
    void aCallWrittenAsTextIsACall() {
        server.play(
                says("<tool_", "call>{\"name\":\"get_case\",", "\"arguments\":{\"id\":\"c1\"}}</tool_call>"),
                says("Quiet."));

        assertThat(ask(model(CAPABLE, false), tool))
                .containsExactly(
                        new LlmEvent.Began("primary (fake)", Optional.empty()),
                        new LlmEvent.ToolUsed("get_case", "{\"id\":\"c1\"}", "looked up c1"),
                        new LlmEvent.Text("Quiet."));
    }

    private static Act call(String id) {
        return new Act.Calls("get_case", "{\"id\":\"" + id + "\"}");
    }

    private LanguageModel model(Ability ability, boolean withSecond) {
        var first = new LlmSettings("primary", server.baseUrl(), "fake", null, LIMITS, ability, Optional.empty());
        var other = new LlmSettings("secondary", second.baseUrl(), "fake2", null, LIMITS, ability, Optional.empty());
        var caps =
                new Caps(3, 6, 20_000, Duration.ofSeconds(20), 0, Duration.ofSeconds(30), Duration.ofSeconds(60), 0.35);
        return new LanguageModel(
                withSecond ? List.of(first, other) : List.of(first), caps, blocking, VeilFactory.NONE, registry);
    }

    private static List<LlmEvent> ask(LanguageModel model, LlmTool tool) {
        return Objects.requireNonNull(model.answer(new LlmConversation(
                        "demo", "rules", List.of(new Turn(Speaker.USER, "what happened?")), List.of(tool)))
                .collectList()
                .block());
    }
}
