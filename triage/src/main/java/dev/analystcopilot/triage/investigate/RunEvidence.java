package dev.analystcopilot.triage.investigate;

import dev.analystcopilot.triage.job.EvidenceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The alerts of a run's folder.
final class RunEvidence {
    /// More than this is a backlog, and no incident: its first alerts answer nothing better than none.
    private static final int MOST = 200_000;

    private RunEvidence() {}

    /// @throws IOException if the folder holds no run with evidence
    static List<EvidenceAlert> read(Path folder) throws IOException {
        Path file = folder.resolve(EvidenceFile.NAME);
        if (!Files.exists(file)) {
            throw new IOException("there is no %s in %s: triage the alerts again with --out %s"
                    .formatted(EvidenceFile.NAME, folder, folder));
        }
        Map<String, String> cases = cases(folder.resolve("alerts.jsonl"));
        List<EvidenceAlert> alerts = new ArrayList<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && alerts.size() < MOST; line = lines.readLine()) {
                JsonNode node = JsonMapper.shared().readTree(line);
                String id = node.path("id").asString();
                alerts.add(Records.alert(id, cases.getOrDefault(id, ""), node.path("raw")));
            }
        }
        return alerts;
    }

    private static Map<String, String> cases(Path file) throws IOException {
        Map<String, String> cases = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = JsonMapper.shared().readTree(line);
                cases.put(node.path("id").asString(), node.path("case_id").asString(""));
            }
        }
        return cases;
    }
}
