package dev.analystcopilot.api.cli;

import java.io.Console;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Many queries, as many at a time as there are processors, answered in their order. What takes longer than two seconds
/// shows how far it is.
final class SearchBatch implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int AHEAD = 64;

    private record Asked(JsonNode query, Future<List<Map<String, Object>>> answer) {}

    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    private @Nullable ProgressBar bar;

    /// @param answered called in the order of the queries, on the caller's thread
    void run(
            List<JsonNode> queries,
            Function<JsonNode, List<Map<String, Object>>> hits,
            BiConsumer<JsonNode, List<Map<String, Object>>> answered) {
        Instant begin = Instant.now();
        Queue<Asked> waiting = new ArrayDeque<>();
        int done = 0;
        for (JsonNode query : queries) {
            Callable<List<Map<String, Object>>> task = () -> hits.apply(query);
            waiting.add(new Asked(query, workers.submit(task)));
            if (waiting.size() >= AHEAD) {
                take(waiting.remove(), answered);
                show(++done, queries.size(), begin);
            }
        }
        while (!waiting.isEmpty()) {
            take(waiting.remove(), answered);
            show(++done, queries.size(), begin);
        }
    }

    private static void take(Asked asked, BiConsumer<JsonNode, List<Map<String, Object>>> answered) {
        try {
            answered.accept(asked.query(), asked.answer().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException(
                    "query %s: %s".formatted(asked.query().path("id").asString(""), cause.getMessage()), cause);
        }
    }

    private void show(int done, int total, Instant begin) {
        if (terminal && bar == null && Instant.now().isAfter(begin.plus(PATIENCE))) {
            bar = new ProgressBarBuilder()
                    .setTaskName("Searching ")
                    .setInitialMax(total)
                    .build();
        }
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
        if (bar != null) {
            bar.close();
        }
    }
}
