package dev.analystcopilot.eval.grouping;

import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The measuring rod's mix of incidents, read through the product's own door.
final class Incidents {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Incidents() {}

    /// @param measure the folder that `make_dev.py` has built
    static List<IncidentAlert> read(Path measure) {
        Map<Long, String> incidents = new HashMap<>();
        try (var lines = Files.lines(measure.resolve("truth/secrl/incidents.jsonl"))) {
            lines.forEach(line -> {
                JsonNode row = JSON.readTree(line);
                incidents.put(row.path("line").asLong(), row.path("incident").asString());
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the truth", e);
        }
        var alerts = new ArrayList<IncidentAlert>();
        AlertReader.open(AlertSource.file(measure.resolve("secrl/alerts.jsonl")), "sentinel", ReadOptions.none())
                .read(found -> {
                    switch (found) {
                        case AlertRecord.Parsed parsed ->
                            alerts.add(new IncidentAlert(
                                    incidents.getOrDefault(parsed.line(), "unknown"), parsed.alert()));
                        case AlertRecord.Rejected rejected -> throw new IllegalStateException(rejected.reason());
                    }
                });
        return List.copyOf(alerts);
    }
}
