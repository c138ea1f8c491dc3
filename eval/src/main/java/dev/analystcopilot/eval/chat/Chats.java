package dev.analystcopilot.eval.chat;

import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.llm.Act;
import dev.analystcopilot.eval.llm.BorneOut;
import dev.analystcopilot.eval.llm.Exchange;
import dev.analystcopilot.eval.llm.ScriptedLlm;
import dev.analystcopilot.eval.service.Asker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/// Chats of usual size.
final class Chats {
    static final Duration BRISK = Duration.ofMillis(100);
    private static final int CHATS = 50;
    private static final int QUESTIONS = 3;
    private static final int CANCELLED = 10;
    private static final int WARM_UP = 30;
    private static final Duration APART = Duration.ofSeconds(3);
    private static final double NANOS_PER_MILLI = 1e6;

    private final SuiteContext context;
    private final ScriptedLlm llm;
    private final ServiceProcess service;
    private final Asker asker;
    private final List<String> cases;

    /// @param most cases to ask about in turn, the worst first
    Chats(SuiteContext context, ScriptedLlm llm, ServiceProcess service, int most) {
        this.context = context;
        this.llm = llm;
        this.service = service;
        this.asker = service.somebody();
        List<String> ids = new ArrayList<>();
        asker.get("/api/v1/cases?limit=" + most)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        this.cases = List.copyOf(ids);
    }

    List<String> cases() {
        return cases;
    }

    private String caseId(int number) {
        return cases.get(number % cases.size());
    }

    static List<Act> answer(JsonNode request, Duration pause) {
        return Act.says(BorneOut.sentence(request).repeat(3), pause);
    }

    void warmUp() {
        llm.play(request -> answer(request, Duration.ZERO));
        try (var people = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < WARM_UP; i++) {
                String question = "What happened in " + caseId(i) + "?";
                people.execute(() -> asker.ask(asker.conversation(), question));
            }
        }
        context.say("warm");
    }

    /// @param when in the life of the service: its first answers are made by code that is not compiled yet
    Row firstEvents(String when) {
        llm.play(request -> answer(request, BRISK));
        var firsts = new ConcurrentLinkedQueue<Long>();
        List<Asker> askers = service.people(CHATS);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CHATS; i++) {
                int number = i;
                var _ = people.submit(() -> {
                    // People do not all press a key in the same instant.
                    Thread.sleep(ThreadLocalRandom.current().nextLong(APART.toMillis()));
                    for (int j = 0; j < QUESTIONS; j++) {
                        firsts.add(firstEvent(askers.get(number), caseId(number + j * CHATS)));
                    }
                    return null;
                });
            }
        }
        var quantiles = Quantiles.ofNanos(firsts);
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("answers", Score.of((double) quantiles.size()));
        values.put("p50", ChatBench.milliseconds(quantiles, 0.5));
        values.put("p95", ChatBench.milliseconds(quantiles, 0.95));
        values.put("max", ChatBench.milliseconds(quantiles, 1));
        return new Row(CHATS + " chats, " + when, values);
    }

    private static long firstEvent(Asker somebody, String caseId) {
        String conversation = somebody.conversation();
        var first = new AtomicLong();
        long begun = System.nanoTime();
        somebody.listen(
                conversation,
                Map.of("text", "What happened in this case?", "caseId", caseId),
                event -> first.compareAndSet(0, event.nanos()));
        return first.get() - begun;
    }

    /// @param middle in the middle of the answer; else before its first token
    Row cancelled(boolean middle) {
        llm.forgetExchanges();
        llm.play(request -> middle ? answer(request, Duration.ofMillis(200)) : List.of(new Act.Silence()));
        List<Long> took = new ArrayList<>();
        int open = 0;
        for (int i = 0; i < CANCELLED; i++) {
            long closed = close(middle, i);
            Exchange exchange = llm.exchanges().getLast();
            long until = System.nanoTime() + Duration.ofSeconds(5).toNanos();
            while (exchange.endedNanos().isEmpty() && System.nanoTime() < until) {
                pause(5);
            }
            if (exchange.closedByCaller()) {
                took.add(exchange.endedNanos().orElseThrow() - closed);
            } else {
                open++;
            }
        }
        var quantiles = Quantiles.ofNanos(took);
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("closed", Score.of((double) took.size()));
        values.put("not closed", Score.of((double) open));
        values.put("p50", ChatBench.milliseconds(quantiles, 0.5));
        values.put("max", ChatBench.milliseconds(quantiles, 1));
        return new Row(middle ? "mid-stream" : "before the first token", values);
    }

    /// When the client's connection was closed.
    private long close(boolean middle, int number) {
        var stop = new RuntimeException("enough");
        int before = llm.exchanges().size();
        try {
            asker.listen(
                    asker.conversation(),
                    Map.of("text", "What happened in this case? " + Stream.name(number), "caseId", caseId(number)),
                    event -> {
                        boolean asked = llm.exchanges().size() > before;
                        if (middle ? event.type().equals("token") : asked || waited(before)) {
                            throw stop;
                        }
                    });
        } catch (RuntimeException e) {
            if (!e.equals(stop)) {
                throw e;
            }
        }
        return System.nanoTime();
    }

    /// Until the model was asked.
    private boolean waited(int before) {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (llm.exchanges().size() == before && System.nanoTime() < until) {
            pause(5);
        }
        pause(50);
        return true;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }

    /// One sentence of about eleven tokens after the other.
    static List<Act> endless(String words, Duration pause, int tokens) {
        List<Act> sentence = Act.says(words, pause);
        List<Act> acts = new ArrayList<>();
        while (acts.size() < tokens) {
            acts.addAll(sentence);
        }
        return List.copyOf(acts);
    }
}
