package dev.analystcopilot.api.cli;

import dev.analystcopilot.triage.order.Action;
import dev.analystcopilot.triage.order.ActionOrder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files of shuffled attack actions in, their order out.
final class FlowOrder {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ActionOrder order;

    FlowOrder(ActionOrder order) {
        this.order = order;
    }

    /// @param to null for the terminal
    /// @throws IllegalArgumentException naming the first line that is no flow; nothing is written then
    void write(Path from, @Nullable Path to, PrintWriter terminal) throws IOException {
        var answers = new ArrayList<String>();
        List<String> lines = Files.readAllLines(from);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                answers.add(answer(lines.get(i), i + 1));
            }
        }
        if (to == null) {
            answers.forEach(terminal::println);
            return;
        }
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(to, answers);
    }

    private String answer(String line, int number) {
        JsonNode flow = read(line, number);
        var actions = new ArrayList<Action>();
        Set<String> seen = new HashSet<>();
        for (JsonNode node : flow.path("actions")) {
            Action action = action(node, number);
            if (seen.add(action.id())) {
                actions.add(action);
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("flow", flow.path("flow"));
        answer.put("order", order.order(actions).stream().map(Action::id).toList());
        return JSON.writeValueAsString(answer);
    }

    private static JsonNode read(String line, int number) {
        try {
            JsonNode flow = JSON.readTree(line);
            if (flow.path("actions").isArray()) {
                return flow;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("line %d is no JSON".formatted(number), e);
        }
        throw new IllegalArgumentException("line %d is no {\"flow\",\"actions\":[…]}".formatted(number));
    }

    private static Action action(JsonNode node, int number) {
        String id = node.path("id").asString("");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("line %d has an action without an id".formatted(number));
        }
        return new Action(
                id,
                node.path("name").asString(""),
                node.path("description").asString(""),
                text(node, "tactic"),
                text(node, "technique"));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.of(node.path(field).asString("")).filter(text -> !text.isBlank());
    }
}
