package dev.analystcopilot.eval.chat;

import com.sun.management.OperatingSystemMXBean;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.llm.Act;
import dev.analystcopilot.eval.llm.BorneOut;
import dev.analystcopilot.eval.llm.Exchange;
import dev.analystcopilot.eval.llm.ScriptedLlm;
import dev.analystcopilot.eval.service.Asker;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Very many answers at once, each at the pace of a language model.
final class Streams {
    private static final Duration TOKEN = Duration.ofMillis(200);
    private static final int TOKENS_A_SECOND = 5;
    private static final Duration BETWEEN_STARTS = Duration.ofMillis(60);
    private static final Duration SETTLING = Duration.ofSeconds(5);
    private static final Duration STARTING = Duration.ofSeconds(100);
    private static final Duration SPARE = Duration.ofSeconds(60);
    private static final Pattern NAME = Pattern.compile("\\(stream (\\d+)\\)");
    private static final double NANOS = 1e9;
    private static final double KIB = 1024;

    private final SuiteContext context;
    private final ScriptedLlm llm;
    private final ServiceProcess service;
    private final List<String> cases;

    Streams(SuiteContext context, ScriptedLlm llm, ServiceProcess service, List<String> cases) {
        this.context = context;
        this.llm = llm;
        this.service = service;
        this.cases = cases;
    }

    Row run(int count, int seconds) {
        int longest = (int) BETWEEN_STARTS
                        .multipliedBy(count)
                        .plus(STARTING)
                        .plus(SPARE)
                        .toSeconds()
                + seconds;
        // The same for all that ask about the same case.
        var endless = new ConcurrentHashMap<String, List<Act>>();
        llm.forgetExchanges();
        llm.play(request -> endless.computeIfAbsent(
                BorneOut.sentence(request), one -> Chats.endless(one, TOKEN, longest * TOKENS_A_SECOND)));
        List<Asker> askers = service.people(count);
        long heapAtNone = service.heap();
        List<Stream> streams = new ArrayList<>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                var stream = new Stream(askers.get(i), cases.get(i % cases.size()), i);
                streams.add(stream);
                people.execute(stream);
                Chats.pause(BETWEEN_STARTS.toMillis());
            }
            try {
                return measured(streams, seconds, heapAtNone);
            } finally {
                streams.forEach(Stream::stop);
                // Who hears nothing would wait for it.
                var _ = people.shutdownNow();
            }
        }
    }

    private Row measured(List<Stream> streams, int seconds, long heapAtNone) {
        long until = System.nanoTime() + STARTING.toNanos();
        while (llm.open() < streams.size() && System.nanoTime() < until) {
            Chats.pause(1_000);
            context.say("%d of %d streams".formatted(llm.open(), streams.size()));
        }
        Chats.pause(SETTLING.toMillis());
        long begin = System.nanoTime();
        Duration serviceBefore = service.processor();
        Duration ownBefore = own();
        Chats.pause(Duration.ofSeconds(seconds).toMillis());
        long end = System.nanoTime();
        double took = (end - begin) / NANOS;
        double serviceCores = service.processor().minus(serviceBefore).toNanos() / NANOS / took;
        double ownCores = own().minus(ownBefore).toNanos() / NANOS / took;
        int open = llm.open();
        // The last sentences are given time to arrive.
        Chats.pause(2_000);
        long threads = service.threads();
        long heap = service.heap();
        List<Stream> failed =
                streams.stream().filter(stream -> stream.error().isPresent()).toList();
        failed.stream().limit(3).forEach(stream -> context.say("failed: " + stream.error()));
        var delays = Quantiles.ofNanos(delays(streams, begin, end, Exchange::over));
        var sinceLast = Quantiles.ofNanos(delays(streams, begin, end, Exchange::sentence));
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("streams", Score.of((double) open));
        values.put("errors", Score.of((double) failed.size()));
        values.put("sentences", Score.of((double) delays.size()));
        values.put("delay p50", ChatBench.milliseconds(delays, 0.5));
        values.put("delay p99", ChatBench.milliseconds(delays, 0.99));
        values.put("delay max", ChatBench.milliseconds(delays, 1));
        values.put("from full stop p99", ChatBench.milliseconds(sinceLast, 0.99));
        values.put("KiB/stream", Score.of(Math.round((heap - heapAtNone) / KIB / streams.size() * 10) / 10.0));
        values.put("threads", Score.of((double) threads));
        values.put("service CPU", Score.of(Math.round(serviceCores * 100) / 100.0));
        values.put("generator CPU", Score.of(Math.round(ownCores * 100) / 100.0));
        return new Row("%d streams, %d s".formatted(streams.size(), seconds), values);
    }

    /// From the model's token to the client, for the sentences that the model ended in this time.
    ///
    /// @param token when the n-th sentence's was sent
    private List<Long> delays(
            List<Stream> streams, long begin, long end, BiFunction<Exchange, Integer, Optional<Long>> token) {
        Map<Integer, Exchange> exchanges = new HashMap<>();
        llm.exchanges().forEach(exchange -> number(exchange).ifPresent(number -> exchanges.put(number, exchange)));
        List<Long> delays = new ArrayList<>();
        for (Stream stream : streams) {
            Exchange exchange = exchanges.get(stream.number());
            List<Long> heard = stream.sentences();
            for (int i = 0; exchange != null && token.apply(exchange, i).isPresent(); i++) {
                long said = token.apply(exchange, i).orElseThrow();
                if (said >= begin && said < end) {
                    delays.add((i < heard.size() ? heard.get(i) : System.nanoTime()) - said);
                }
            }
        }
        return delays;
    }

    private static Optional<Integer> number(Exchange exchange) {
        Matcher name = NAME.matcher(Exchange.last(exchange.request(), "user"));
        return name.find() ? Optional.of(Integer.parseInt(name.group(1))) : Optional.empty();
    }

    private static Duration own() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }
}
