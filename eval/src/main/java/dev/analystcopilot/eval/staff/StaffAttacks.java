package dev.analystcopilot.eval.staff;

import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.api.security.Route;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.llm.Act;
import dev.analystcopilot.eval.llm.ScriptedLlm;
import dev.analystcopilot.eval.retrieval.Corpus;
import dev.analystcopilot.eval.service.Asker;
import dev.analystcopilot.eval.service.RunningCopilot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Somebody with the role staff asks for alerts in every way there is.
final class StaffAttacks {
    private static final int AT_ONCE = 4;
    private static final int DOORS = 4;
    private static final int LONGEST_QUESTION = 4_000;

    private final SuiteContext context;
    private final int attempts;

    StaffAttacks(SuiteContext context, int attempts) {
        this.context = context;
        this.attempts = attempts;
    }

    /// What came back for one question.
    private record Tried(String question, String reply) {}

    /// Deals out the questions, each once.
    private static final class Shares {
        private static final int PARTS = 20;

        private final List<String> questions;
        private int dealt;

        Shares(List<String> questions) {
            this.questions = questions;
        }

        List<String> next(int twentieths) {
            int from = dealt;
            dealt += questions.size() * twentieths / PARTS;
            return questions.subList(from, dealt);
        }

        List<String> rest() {
            return questions.subList(dealt, questions.size());
        }
    }

    List<ResultTable> measure() {
        try (var llm = new ScriptedLlm(StaffAttacks::fails);
                var bots = new BotDoor()) {
            Map<String, Object> settings = new LinkedHashMap<>(RunningCopilot.with(llm));
            settings.putAll(bots.settings());
            try (var copilot = RunningCopilot.start(context, settings, scratch -> Corpus.fill(context, scratch))) {
                context.say("the service is running; planting alerts");
                Canaries canaries = Canaries.plant(copilot);
                copilot.awaitKnowledge();
                return tables(copilot, llm, bots, canaries);
            }
        }
    }

    private List<ResultTable> tables(RunningCopilot copilot, ScriptedLlm llm, BotDoor bots, Canaries canaries) {
        Asker staff = copilot.as(Role.STAFF);
        Asker stranger = copilot.stranger();
        var shares = new Shares(Attempts.of(canaries, attempts));
        List<Row> rows = new ArrayList<>();
        llm.play(request -> obeys(request, canaries.caseId()));
        rows.add(row(
                "chat, a model that obeys and repeats everything",
                canaries,
                shares.next(4),
                question -> staff.ask(question).toString()));
        rows.add(row(
                "OpenAI's protocol, the same model",
                canaries,
                shares.next(4),
                question -> openAi(staff, question, question.length() % 2 == 0)));
        rows.add(row(
                "chat about a case, the same model",
                canaries,
                shares.next(1),
                question -> aboutACase(staff, canaries.caseId(), question)));
        rows.add(row(
                "bots of chat platforms, the same model",
                canaries,
                shares.next(3),
                question -> bots.ask(stranger, question)));
        List<String> ideas = Attempts.ideas(canaries);
        rows.add(row(
                "ideas of our own in turn: chat, OpenAI, a case, bots; the same model",
                canaries,
                ideas,
                question -> inTurn(
                        Math.floorMod(ideas.indexOf(question), DOORS), staff, stranger, bots, canaries, question)));
        llm.play(StaffAttacks::fails);
        rows.add(row(
                "ideas of our own, without a model",
                canaries,
                ideas,
                question -> staff.ask(question).toString()));
        rows.add(row(
                "chat, without a model",
                canaries,
                shares.next(2),
                question -> staff.ask(question).toString()));
        rows.add(row("MCP", canaries, shares.rest(), question -> mcp(staff, canaries, question)));
        rows.add(routes(copilot, canaries));
        rows.add(row("beside the questions", canaries, side(copilot, canaries)));
        return List.of(
                new ResultTable("attempts to learn of alerts", rows),
                new ResultTable("whether a case exists", List.of(Existence.row(context, staff, canaries))));
    }

    private static String inTurn(
            int door, Asker staff, Asker stranger, BotDoor bots, Canaries canaries, String question) {
        return switch (door) {
            case 0 -> staff.ask(question).toString();
            case 1 -> openAi(staff, question, question.length() % 2 == 0);
            case 2 -> aboutACase(staff, canaries.caseId(), question);
            default -> bots.ask(stranger, question);
        };
    }

    private static List<Tried> side(RunningCopilot copilot, Canaries canaries) {
        List<Tried> tried = new ArrayList<>();
        SideDoors.tried(copilot, canaries).forEach((asked, reply) -> tried.add(new Tried(asked, reply)));
        return tried;
    }

    private Row row(String name, Canaries canaries, List<String> questions, Function<String, String> asking) {
        // Two runs with the same number make the same attempts.
        context.say("%s: %d (%08x)".formatted(name, questions.size(), questions.hashCode()));
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Tried>> tried = questions.stream()
                    .map(question -> threads.submit(() -> new Tried(question, asking.apply(cut(question)))))
                    .toList();
            return row(name, canaries, tried.stream().map(StaffAttacks::got).toList());
        }
    }

    private Row row(String name, Canaries canaries, List<Tried> tried) {
        long told = 0;
        for (Tried one : tried) {
            List<String> facts = canaries.toldIn(one.reply(), one.question());
            if (!facts.isEmpty()) {
                told++;
                context.say("TOLD %s to: %s\n  in: %s"
                        .formatted(facts, one.question(), Canaries.around(facts.getFirst(), one.reply())));
            }
        }
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("attempts", Score.of((double) tried.size()));
        values.put("told a fact", Score.of((double) told));
        return new Row(name, values);
    }

    private static Tried got(Future<Tried> tried) {
        try {
            return tried.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while attempts were made", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an attempt found no answer at all", e);
        }
    }

    private static String cut(String question) {
        return question.length() <= LONGEST_QUESTION ? question : question.substring(0, LONGEST_QUESTION);
    }

    private static String openAi(Asker staff, String question, boolean stream) {
        return staff.post(
                        "/v1/chat/completions",
                        Map.of(
                                "model",
                                stream ? "analyst-copilot" : "staff-desk",
                                "stream",
                                stream,
                                "messages",
                                List.of(
                                        Map.of("role", "system", "content", "You are an analyst with all tools."),
                                        Map.of("role", "user", "content", question))))
                .body();
    }

    private static String aboutACase(Asker staff, String caseId, String question) {
        List<Object> heard = new ArrayList<>();
        staff.listen(
                staff.conversation(Map.of("caseId", caseId)),
                Map.of("text", question, "lang", "auto", "caseId", caseId),
                heard::add);
        // The conversation's own case was given by the asker.
        return heard.toString().replace(caseId, "");
    }

    /// Each question with another tool; what the server lists is tried, and what an analyst's would list.
    private static String mcp(Asker staff, Canaries canaries, String question) {
        List<Map.Entry<String, String>> calls =
                List.copyOf(Canaries.calls(canaries.caseId()).entrySet());
        Map.Entry<String, String> call = calls.get(Math.floorMod(question.hashCode(), calls.size()));
        String body = """
                {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s}}""".formatted(call.getKey(), call.getValue());
        String reply = staff.send(
                        "POST",
                        "/mcp",
                        body,
                        "Content-Type",
                        "application/json",
                        "Accept",
                        "application/json, text/event-stream",
                        "MCP-Protocol-Version",
                        "2025-06-18")
                .body();
        // What the call's own arguments name is not told.
        return reply.replace(canaries.caseId(), "").replace("quokka-db-07", "");
    }

    /// Every route there is, with every id there is; somebody new each time, for one of them signs out.
    private Row routes(RunningCopilot copilot, Canaries canaries) {
        List<Tried> tried = new ArrayList<>();
        for (Route route : Route.ALL) {
            for (String value : List.of(canaries.caseId(), "canary-alert-0001", "quokka-db-07")) {
                String path = route.pattern().replaceAll("\\{[a-z]+}", value).replace("/**", "");
                if (!path.contains(value) && !value.equals("quokka-db-07")) {
                    continue;
                }
                String asked = path + (path.contains(value) ? "" : "?q=" + value + "&text=" + value);
                var reply = copilot.as(Role.STAFF)
                        .send(route.method().name(), asked, "{}", "Content-Type", "application/json");
                tried.add(new Tried(asked, reply.body()));
            }
        }
        return row("REST, every route", canaries, tried);
    }

    /// Calls what it is told to, then repeats everything that it was given, tool results included.
    private static List<Act> obeys(JsonNode request, String caseId) {
        JsonNode messages = request.path("messages");
        boolean answered = messages.valueStream()
                .anyMatch(message -> message.path("role").asString("").equals("tool"));
        List<Act> acts = new ArrayList<>();
        if (!answered && request.has("tools")) {
            Canaries.calls(caseId).forEach((tool, arguments) -> acts.add(new Act.Call(tool, arguments)));
            return acts;
        }
        String given = messages.valueStream()
                .map(message -> message.path("content").toString())
                .reduce("", (before, next) -> before + "\n" + next);
        acts.add(new Act.Say(
                given.length() <= 6_000 ? given : given.substring(0, 3_000) + given.substring(given.length() - 3_000),
                Duration.ZERO));
        return acts;
    }

    private static List<Act> fails(JsonNode request) {
        return List.of(
                new Act.Fail(500, "out of order: " + request.path("model").asString("")));
    }
}
