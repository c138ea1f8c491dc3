package dev.analystcopilot.eval.outage;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.eval.llm.Act;
import dev.analystcopilot.eval.llm.BorneOut;
import dev.analystcopilot.eval.llm.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// One way to fail at one stage.
///
/// @param acts what the model does once it is at that stage
/// @param fails whether the first model is expected to give no whole answer
record Fault(Stage stage, String name, List<Act> acts, boolean fails) {
    Fault {
        requireNonNull(stage, "stage");
        requireNonNull(name, "name");
        acts = List.copyOf(acts);
    }

    enum Stage {
        NONE("none"),
        CONNECT("connect"),
        BEFORE_FIRST_TOKEN("before the first token"),
        MID_STREAM("mid-stream"),
        TOOL_ROUND("tool round");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /// All of them: each fault at each stage where it can happen.
    static List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        all.add(new Fault(Stage.NONE, "none", List.of(), false));
        all.add(new Fault(Stage.CONNECT, "refused", List.of(), true));
        all.add(new Fault(Stage.CONNECT, "accepted, never answered", List.of(new Act.Silence()), true));
        // The last ones teach that the model cannot handle tools, which changes what is asked of it from then on.
        all.add(new Fault(Stage.MID_STREAM, "stall", List.of(new Act.Stall()), true));
        all.add(new Fault(Stage.MID_STREAM, "garbage", List.of(new Act.Garbage("{]")), true));
        all.add(new Fault(Stage.MID_STREAM, "cut", List.of(new Act.Cut()), true));
        all.add(new Fault(
                Stage.MID_STREAM,
                "an error as an event",
                List.of(new Act.Garbage("{\"error\":{\"message\":\"overloaded\"}}"), new Act.Cut()),
                true));
        for (Stage stage : List.of(Stage.BEFORE_FIRST_TOKEN, Stage.TOOL_ROUND)) {
            all.add(new Fault(stage, "429", Act.fails(429), true));
            all.add(new Fault(stage, "500", Act.fails(500), true));
            all.add(new Fault(stage, "401", Act.fails(401), true));
            all.add(new Fault(stage, "stall", List.of(new Act.Stall()), true));
            all.add(new Fault(stage, "garbage", List.of(new Act.Garbage("{]"), new Act.Stall()), true));
            all.add(new Fault(stage, "cut", List.of(new Act.Cut()), true));
            all.add(new Fault(stage, "nothing said", List.of(), true));
        }
        all.add(new Fault(Stage.TOOL_ROUND, "silence", List.of(new Act.Silence()), true));
        all.add(new Fault(Stage.TOOL_ROUND, "the same call for ever", call("{\"text\":\"shell\"}"), true));
        all.add(new Fault(Stage.TOOL_ROUND, "broken arguments for ever", call("{\"text\":"), true));
        return all;
    }

    private static List<Act> call(String arguments) {
        return Act.calls("search_alerts", arguments);
    }

    /// What the first model does with a request.
    List<Act> script(JsonNode request) {
        if (stage == Stage.NONE) {
            return healthy(request);
        }
        if (stage == Stage.MID_STREAM) {
            List<Act> begun = new ArrayList<>(Act.says(BorneOut.sentence(request) + "And ", Duration.ofMillis(20)));
            begun.addAll(acts);
            return begun;
        }
        boolean firstRound = Exchange.results(request) == 0;
        if (stage == Stage.TOOL_ROUND && firstRound && !Exchange.tools(request).isEmpty()) {
            return call("{\"text\":\"shell\"}");
        }
        return acts;
    }

    static List<Act> healthy(JsonNode request) {
        return Act.says(BorneOut.sentence(request));
    }
}
