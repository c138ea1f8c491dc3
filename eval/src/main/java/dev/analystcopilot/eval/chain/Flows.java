package dev.analystcopilot.eval.chain;

import dev.analystcopilot.eval.metric.PairOrder.Pair;
import dev.analystcopilot.triage.order.Action;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The measuring rod's shuffled attack flows and what their arrows imply.
final class Flows {
    private Flows() {}

    /// @param actions shuffled
    /// @param before what the truth orders
    record Flow(String id, String name, List<Action> actions, List<Pair> before) {
        Flow {
            actions = List.copyOf(actions);
            before = List.copyOf(before);
        }
    }

    /// @param measure the folder that `make_dev.py` has built
    /// @param file such as `flows.jsonl`
    static List<Flow> read(Path measure, String file) throws IOException {
        Map<String, JsonNode> truth = new HashMap<>();
        lines(measure.resolve("truth/chain/flows.jsonl"))
                .forEach(line -> truth.put(line.path("flow").asString(), line));
        var flows = new ArrayList<Flow>();
        for (JsonNode line : lines(measure.resolve("chain").resolve(file))) {
            String id = line.path("flow").asString();
            JsonNode known = truth.getOrDefault(id, line);
            var actions = new ArrayList<Action>();
            line.path("actions").forEach(action -> actions.add(action(action)));
            var before = new ArrayList<Pair>();
            known.path("before")
                    .forEach(pair -> before.add(
                            new Pair(pair.path(0).asString(), pair.path(1).asString())));
            flows.add(new Flow(id, known.path("name").asString(id), actions, before));
        }
        return flows;
    }

    private static Action action(JsonNode node) {
        return new Action(
                node.path("id").asString(),
                node.path("name").asString(""),
                node.path("description").asString(""),
                text(node, "tactic"),
                text(node, "technique"));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asString("")).filter(text -> !text.isBlank());
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
