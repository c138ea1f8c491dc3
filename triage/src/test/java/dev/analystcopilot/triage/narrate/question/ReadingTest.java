package dev.analystcopilot.triage.narrate.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many of many differently worded questions are understood. What fails is in the message, and may stay: the lists
/// are a sample, not a target.
class ReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-18T10:30:00Z");

    private final QuestionReader reader = new QuestionReader();

    @ParameterizedTest
    @CsvSource({"questions-en,0.95", "questions-zh,0.95", "questions-later-en,0.9", "questions-later-zh,0.9"})
    void understandsMostQuestions(String resource, double least) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> lines = lines(resource);
        for (String line : lines) {
            String[] parts = line.split("\t");
            Question question = reader.read(parts[0], Optional.empty(), NOW);
            Set<Intent> expected = Arrays.stream(parts[1].split(" "))
                    .map(Intent::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Intent.class)));
            boolean named = parts[2].equals("-")
                    ? question.names().isEmpty()
                            || expected.contains(Intent.MAP_TEXT)
                            || expected.contains(Intent.ALERT)
                    : question.mentions().contains(parts[2]);
            if (!fits(expected, question.intents()) || !named) {
                wrong.add(parts[0] + " -> " + question.intents() + " " + question.names());
            }
        }

        assertThat(1 - (double) wrong.size() / lines.size())
                .as("understood of %d; not: %s", lines.size(), String.join("\n", wrong))
                .isGreaterThanOrEqualTo(least);
    }

    /// A document's answer may come with it; whether it succeeded always belongs to what happened.
    private static boolean fits(Set<Intent> expected, Set<Intent> read) {
        Set<Intent> rest = EnumSet.copyOf(read);
        rest.removeAll(expected);
        rest.remove(Intent.KNOWLEDGE);
        if (expected.contains(Intent.WHAT_HAPPENED)) {
            rest.remove(Intent.DID_IT_SUCCEED);
        }
        return rest.isEmpty() && read.containsAll(expected);
    }

    private static List<String> lines(String resource) throws IOException {
        String path = "/triage/narrate/" + resource + ".tsv";
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ReadingTest.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
