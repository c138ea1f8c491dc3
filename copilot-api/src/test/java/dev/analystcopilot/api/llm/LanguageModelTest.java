package dev.analystcopilot.api.llm;

import static dev.analystcopilot.api.llm.FakeLlmServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.analystcopilot.api.llm.FakeLlmServer.Act;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.llm.LlmFailure.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class LanguageModelTest {
    private static final LlmSettings.Limits SHORT =
            new LlmSettings.Limits(Duration.ofMillis(2_500), Duration.ofSeconds(1), 2, 0);
    private static final Caps CAPS =
            new Caps(3, 6, 20_000, Duration.ofSeconds(8), 0, Duration.ofMillis(4_000), Duration.ofSeconds(8), 0.35);

    private final FakeLlmServer server = new FakeLlmServer();
    private final Scheduler blocking = Schedulers.newBoundedElastic(4, 10, "test");
    private final LanguageModel model =
            model(VeilFactory.NONE, new LlmSettings("primary", server.baseUrl(), "fake", "secret-key", SHORT));

    /// The first use loads hundreds of classes, which takes longer than the short limits above.
    @BeforeAll
    static void warmUp() {
        try (var server = new FakeLlmServer()) {
            server.play(new Act.Calls("get_case", "{}"), says("Warm."));
            var patient = new LlmSettings.Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), 1, 0);
            Scheduler scheduler = Schedulers.newBoundedElastic(2, 10, "warm-up");
            new LanguageModel(
                            List.of(new LlmSettings("primary", server.baseUrl(), "fake", null, patient)),
                            Caps.DEFAULT,
                            scheduler,
                            VeilFactory.NONE,
                            new SimpleMeterRegistry())
                    .answer(question(new Echo()))
                    .blockLast();
            scheduler.dispose();
        }
    }

    @AfterEach
    void stop() {
        server.close();
        blocking.dispose();
    }

    @Test
    void streamsTheAnswerPieceByPiece() {
        server.play(says("Two ", "steps", "."));

        assertThat(model.answer(question()).skip(1).collectList().block())
                .containsExactly(new LlmEvent.Text("Two "), new LlmEvent.Text("steps"), new LlmEvent.Text("."));
    }

    @Test
    void looksUpWhatTheModelAsksFor() {
        server.play(new Act.Calls("get_case", "{\"id\":\"c1\"}"), says("Found."));

        assertThat(model.answer(question(new Echo())).skip(1).collectList().block())
                .containsExactly(
                        new LlmEvent.ToolUsed("get_case", "{\"id\":\"c1\"}", "looked up c1"),
                        new LlmEvent.Text("Found."));
        assertThat(server.requests().getLast()).contains("case c1 is quiet");
    }

    @Test
    void saysWhoIsAsked() {
        server.play(says("Here."));

        assertThat(model.answer(question()).blockFirst())
                .isEqualTo(new LlmEvent.Began("primary (fake)", Optional.empty()));
    }

    @Test
    void theProviderLearnsPseudonymsOnly() {
        server.play(new Act.Calls("get_case", "{\"id\":\"⟦case-1⟧\"}"), says("It is ⟦ca", "se-", "1⟧."));
        var veiled = model(
                (provider, conversation) -> new OneName("secret-7", "⟦case-1⟧"),
                new LlmSettings("primary", server.baseUrl(), "fake", null, SHORT));

        var words = veiled.answer(new LlmConversation(
                        "demo", "rules", List.of(new Turn(Speaker.USER, "What of secret-7?")), List.of(new Echo())))
                .skip(1)
                .collectList()
                .block();

        assertThat(words)
                .containsExactly(
                        new LlmEvent.ToolUsed("get_case", "{\"id\":\"secret-7\"}", "looked up secret-7"),
                        new LlmEvent.Text("It is "),
                        new LlmEvent.Text("secret-7."));
        assertThat(server.requests()).noneMatch(body -> body.contains("secret-7"));
    }

    private record OneName(String name, String pseudonym) implements Veil {
        @Override
        public String hide(String text) {
            return text.replace(name, pseudonym);
        }

        @Override
        public String restore(String text) {
            return text.replace(pseudonym, name);
        }
    }

    @Test
    void retriesOnceBeforeTheFirstToken() {
        server.play(new Act.Fails(429), says("Here."));

        assertThat(model.answer(question()).skip(1).collectList().block()).containsExactly(new LlmEvent.Text("Here."));
    }

    @ParameterizedTest
    @MethodSource
    void endsInTimeWithTheReason(Act act, Kind expected, String shownBefore) {
        server.play(act);
        List<LlmEvent> shown = new ArrayList<>();
        long start = System.nanoTime();

        LlmFailure failure = catchThrowableOfType(
                LlmFailure.class,
                () -> model.answer(question()).doOnNext(shown::add).blockLast(Duration.ofSeconds(10)));

        assertThat(failure.kind()).isEqualTo(expected);
        assertThat(shown)
                .filteredOn(LlmEvent.Text.class::isInstance)
                .isEqualTo(shownBefore.isEmpty() ? List.of() : List.of(new LlmEvent.Text(shownBefore)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    static Stream<Arguments> endsInTimeWithTheReason() {
        return Stream.of(
                Arguments.of(new Act.Fails(429), Kind.LIMITED, ""),
                Arguments.of(new Act.Fails(500), Kind.BROKEN, ""),
                Arguments.of(new Act.Fails(401), Kind.REFUSED, ""),
                Arguments.of(new Act.Silent(), Kind.SILENT, ""),
                Arguments.of(new Act.SilentAfterHeaders(), Kind.SILENT, ""),
                Arguments.of(new Act.Stalls(List.of("One")), Kind.SILENT, "One"),
                Arguments.of(new Act.Garbles(List.of("One")), Kind.GARBLED, "One"),
                Arguments.of(new Act.Cuts(List.of("One")), Kind.CUT, "One"),
                Arguments.of(says(), Kind.EMPTY, ""),
                Arguments.of(new Act.Calls("get_case", "{}"), Kind.EMPTY, ""));
    }

    @Test
    void restsAfterRepeatedFailures() {
        server.play(new Act.Fails(500));
        for (int i = 0; i < 4; i++) {
            var _ = catchThrowableOfType(
                    LlmFailure.class, () -> model.answer(question()).blockLast());
        }
        int before = server.requests().size();

        LlmFailure failure = catchThrowableOfType(
                LlmFailure.class, () -> model.answer(question()).blockLast());

        assertThat(failure.kind()).isEqualTo(Kind.RESTING);
        assertThat(model.resting()).isTrue();
        assertThat(server.requests()).hasSize(before);
    }

    private LanguageModel model(VeilFactory veils, LlmSettings... settings) {
        return new LanguageModel(List.of(settings), CAPS, blocking, veils, new SimpleMeterRegistry());
    }

    private static LlmConversation question(LlmTool... tools) {
        return new LlmConversation("demo", "rules", List.of(new Turn(Speaker.USER, "what happened?")), List.of(tools));
    }

    private static final class Echo implements LlmTool {
        @Override
        public String name() {
            return "get_case";
        }

        @Override
        public String description() {
            return "a case";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(new Parameter("id", "its id", true));
        }

        @Override
        public Answer call(Map<String, String> arguments) {
            String id = arguments.get("id");
            return new Answer("case " + id + " is quiet", "looked up " + id);
        }
    }
}
