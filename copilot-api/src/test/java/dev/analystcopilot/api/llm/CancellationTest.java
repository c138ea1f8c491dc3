package dev.analystcopilot.api.llm;

import static dev.analystcopilot.api.llm.FakeLlmServer.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.llm.FakeLlmServer.Act;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Whoever stops listening stops the request, at whatever stage it is; whoever does not listen fills no memory.
class CancellationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FakeLlmServer server = new FakeLlmServer();
    private final Scheduler blocking = Schedulers.newBoundedElastic(4, 10, "test");
    private final LanguageModel model = new LanguageModel(
            List.of(new LlmSettings("primary", server.baseUrl(), "fake", null, LlmSettings.Limits.DEFAULT)),
            Caps.DEFAULT,
            blocking,
            VeilFactory.NONE,
            new SimpleMeterRegistry());

    @AfterEach
    void stop() {
        server.close();
        blocking.dispose();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void theRequestStopsWithin(String stage, List<Act> acts, int requests) throws InterruptedException {
        server.play(acts.toArray(Act[]::new));
        var listening = model.answer(question(new EchoTool(1))).subscribe(event -> {}, error -> {});
        assertThat(soon(() -> server.requests().size() == requests && server.open() == 1, PATIENCE))
                .isTrue();

        listening.dispose();

        assertThat(soon(() -> server.open() == 0, Duration.ofSeconds(1))).isTrue();
    }

    static Stream<Arguments> theRequestStopsWithin() {
        Act call = new Act.Calls("get_case", "{\"id\":\"c1\"}");
        return Stream.of(
                Arguments.of("before headers", List.of(new Act.Silent()), 1),
                Arguments.of("before the first token", List.of(new Act.SilentAfterHeaders()), 1),
                Arguments.of("in the middle", List.of(new Act.Stalls(List.of("One"))), 1),
                Arguments.of("after a lookup", List.of(call, new Act.Silent()), 2));
    }

    @Test
    void aReaderWhoStopsReadingEndsTheRequest() throws InterruptedException {
        server.play(new Act.Says(Collections.nCopies(8_000, "word "), Duration.ZERO));
        var failed = new AtomicReference<Throwable>();
        var ended = new CountDownLatch(1);
        model.answer(question()).subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(3);
            }

            @Override
            protected void hookOnNext(LlmEvent event) {
                assertThat(event).isNotNull();
            }

            @Override
            protected void hookOnError(Throwable error) {
                failed.set(error);
                ended.countDown();
            }
        });
        assertThat(soon(() -> server.requests().size() == 1 && server.open() == 0, PATIENCE))
                .isTrue();

        assertThat(ended.getCount()).isEqualTo(1);
        assertThat(failed).hasNullValue();
    }

    @Test
    void aReaderWhoReadsOnLearnsWhyItEnded() throws InterruptedException {
        server.play(new Act.Says(Collections.nCopies(8_000, "word "), Duration.ZERO));
        var failed = new AtomicReference<Throwable>();
        var ended = new CountDownLatch(1);
        var reader = new BaseSubscriber<LlmEvent>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                subscription.request(3);
            }

            @Override
            protected void hookOnError(Throwable error) {
                failed.set(error);
                ended.countDown();
            }
        };
        model.answer(question()).subscribe(reader);
        assertThat(soon(() -> server.requests().size() == 1 && server.open() == 0, PATIENCE))
                .isTrue();

        reader.requestUnbounded();

        assertThat(ended.await(2, TimeUnit.SECONDS)).isTrue();
        assertThat(failed.get())
                .isInstanceOfSatisfying(
                        LlmFailure.class, failure -> assertThat(failure.kind()).isEqualTo(LlmFailure.Kind.SLOW_READER));
    }

    @Test
    void whoReadsInTimeGetsEverything() {
        server.play(says("One ", "two."));

        assertThat(model.answer(question()).skip(1).collectList().block())
                .containsExactly(new LlmEvent.Text("One "), new LlmEvent.Text("two."));
    }

    private static boolean soon(BooleanSupplier condition, Duration limit) throws InterruptedException {
        long until = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < until) {
            if (condition.getAsBoolean()) {
                return true;
            }
            Thread.sleep(10);
        }
        return condition.getAsBoolean();
    }

    private static LlmConversation question(LlmTool... tools) {
        return new LlmConversation("demo", "rules", List.of(new Turn(Speaker.USER, "what happened?")), List.of(tools));
    }
}
