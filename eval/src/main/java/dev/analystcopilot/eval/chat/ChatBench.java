package dev.analystcopilot.eval.chat;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.Suite;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.SuiteResult;
import dev.analystcopilot.eval.llm.ScriptedLlm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// First events while fifty talk, a thousand streams at five tokens a second, and how soon a closed page is noticed
/// upstream. The service has a process of its own; model and clients share this one.
public final class ChatBench implements Suite {
    private static final int STREAMS = 1_000;
    private static final int SECONDS = 30;
    private static final int CASES = 100;
    private static final int SPARE = 100;

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public Kind kind() {
        return Kind.BENCH;
    }

    @Override
    public String purpose() {
        return "first event at 50 chats, 1,000 streams at 5 tokens/s, heap for each stream, time to cancel";
    }

    @Override
    public Set<String> options() {
        return Set.of("streams", "seconds", "cases");
    }

    @Override
    public SuiteResult run(SuiteContext context) {
        int streams = context.size("streams", STREAMS);
        int seconds = context.size("seconds", SECONDS);
        try (var llm = new ScriptedLlm(request -> Chats.answer(request, Chats.BRISK));
                var service = ServiceProcess.start(context, settings(llm, streams))) {
            var chats = new Chats(context, llm, service, context.size("cases", CASES));
            chats.warmUp();
            Row first = chats.firstEvents("just started");
            Row later = chats.firstEvents("150 answers later");
            Row middle = chats.cancelled(true);
            Row before = chats.cancelled(false);
            Row many = new Streams(context, llm, service, chats.cases()).run(streams, seconds);
            return new SuiteResult(
                    ("The demo backlog, a question about %d of its cases in turn, each from an analyst with a token"
                                    + " of their own, a scripted language model. Times are milliseconds; model,"
                                    + " clients and service share the machine.")
                            .formatted(chats.cases().size()),
                    List.of(
                            new ResultTable("Until the first event, at 50 chats", List.of(first, later)),
                            new ResultTable("From closing the client to the end upstream", List.of(middle, before)),
                            new ResultTable("Streams at 5 tokens/s", List.of(many))),
                    List.of(
                            "delay: from the token that shows that a sentence is over, which is the next one, leaving the"
                                    + " model to the checked sentence arriving at the client; from full stop: from"
                                    + " the token before, 200 ms earlier at this pace.",
                            "heap: after a collection, in the service's process, at all streams less at none;"
                                    + " CPU in cores of the machine; the database has its own processes, not counted."));
        }
    }

    static Map<String, String> settings(ScriptedLlm llm, int streams) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("copilot.llm.base-url", llm.baseUrl());
        settings.put("copilot.llm.model", llm.model());
        settings.put("copilot.llm.context", "32768");
        settings.put("copilot.llm.concurrent", String.valueOf(streams + SPARE));
        settings.put("copilot.answer.whole", "1h");
        // Minutes of both cores, and questions about a case are not answered from documents.
        settings.put("copilot.vectors", "false");
        settings.put("copilot.answer.tokens", "100000000");
        return settings;
    }

    static Score milliseconds(Quantiles quantiles, double part) {
        return Score.of(Math.round(quantiles.at(part) * 10) / 10.0);
    }
}
