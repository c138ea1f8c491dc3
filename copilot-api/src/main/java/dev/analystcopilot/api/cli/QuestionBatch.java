package dev.analystcopilot.api.cli;

import dev.analystcopilot.triage.investigate.Investigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of questions in, a file of answers out: from a run's folder alone.
final class QuestionBatch {
    private static final JsonMapper JSON = JsonMapper.shared();

    private QuestionBatch() {}

    /// @return how many were answered
    /// @throws IllegalArgumentException naming the first line that is no question; nothing is written then
    static int write(Path questions, Path run, Path to) throws IOException {
        Investigation investigation = Investigation.of(run);
        List<String> answers = new ArrayList<>();
        int answered = 0;
        List<String> lines = Files.readAllLines(questions);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                JsonNode question = read(lines.get(i), i + 1);
                Investigation.Reply reply = investigation.answer(
                        question.path("question").asString(),
                        question.path("context").asString(""));
                answered += reply.answer().isEmpty() ? 0 : 1;
                Map<String, String> line = new LinkedHashMap<>();
                line.put("id", question.path("id").asString());
                line.put("answer", reply.answer());
                line.put("why", reply.why());
                answers.add(JSON.writeValueAsString(line));
            }
        }
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(to, answers);
        return answered;
    }

    private static JsonNode read(String line, int number) {
        try {
            JsonNode node = JSON.readTree(line);
            if (node.path("id").isString() && node.path("question").isString()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("line " + number + " is no JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("line %d needs \"id\" and \"question\"".formatted(number));
    }
}
