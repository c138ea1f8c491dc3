package dev.analystcopilot.eval.similar;

import dev.analystcopilot.eval.similar.Questions.Question;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// How fast questions are answered.
///
/// @param p50 milliseconds at one client
/// @param perSecond questions answered in a second by several clients together
record Latency(double p50, double p95, double p99, double perSecond) {
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;

    /// One client asks every question; then `clients` at once share all of them.
    static Latency of(List<Question> questions, int clients, Consumer<Question> ask) {
        questions.stream().limit(questions.size() / 5 + 1).forEach(ask);
        long[] nanos = new long[questions.size()];
        for (int i = 0; i < nanos.length; i++) {
            long begin = System.nanoTime();
            ask.accept(questions.get(i));
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return new Latency(at(nanos, 0.5), at(nanos, 0.95), at(nanos, 0.99), perSecond(questions, clients, ask));
    }

    private static double perSecond(List<Question> questions, int clients, Consumer<Question> ask) {
        var next = new AtomicInteger();
        long begin = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> running = IntStream.range(0, clients)
                    .<Future<?>>mapToObj(client -> pool.submit(() -> {
                        for (int i = next.getAndIncrement(); i < questions.size(); i = next.getAndIncrement()) {
                            ask.accept(questions.get(i));
                        }
                    }))
                    .toList();
            for (Future<?> client : running) {
                client.get(10, TimeUnit.MINUTES);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("a client failed", e);
        }
        return questions.size() / ((System.nanoTime() - begin) / NANOS_A_SECOND);
    }

    private static double at(long[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))] / NANOS_A_MILLI;
    }
}
