package dev.analystcopilot.eval.sign;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// Recorded events, as alerts that say nothing but what happened.
final class Events {
    private Events() {}

    static Alert alert(String json) {
        return new Alert(
                "event",
                "events",
                "event",
                Instant.EPOCH,
                "event",
                "",
                Severity.UNKNOWN,
                AlertStatus.NEW,
                Outcome.UNKNOWN,
                List.of(),
                List.of(),
                json);
    }

    /// Files of events under a folder, in order of their names.
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl.gz"))
                    .sorted()
                    .toList();
        }
    }

    /// At most so many lines of a file, spread evenly over its first ones.
    static List<String> sample(Path file, int most, int every) throws IOException {
        List<String> lines = new ArrayList<>();
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = reader.readLine(); line != null && lines.size() < most; line = reader.readLine()) {
                if (number++ % every == 0) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }
}
