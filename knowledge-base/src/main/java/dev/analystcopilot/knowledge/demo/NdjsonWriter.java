package dev.analystcopilot.knowledge.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Writes the alerts of one form, one JSON object a line. What story an alert belongs to is left behind here.
final class NdjsonWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NdjsonWriter() {}

    static void write(Path file, Form form, List<DemoAlert> alerts) throws IOException {
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (DemoAlert alert : alerts) {
                if (alert.draft().form() == form) {
                    out.write(JSON.writeValueAsString(alert.draft().body()));
                    out.write('\n');
                }
            }
        }
    }
}
