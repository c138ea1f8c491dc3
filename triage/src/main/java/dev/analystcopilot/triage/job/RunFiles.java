package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.triage.AlertVerdict;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.chain.Step;
import dev.analystcopilot.triage.report.RunSummary;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The files of a batch run, in its output folder: `alerts.jsonl`, `cases.jsonl`, `rejected.jsonl`, `summary.json`,
/// and `evidence.jsonl.gz`, the alerts as they came.
/// Which line became which alert is spooled to disk while the input is read, so memory does not grow with it.
final class RunFiles implements IntakeListener, AutoCloseable {
    private static final int CASE_ENTITIES = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final Path spool;
    private final BufferedWriter lines;
    private final BufferedWriter rejected;
    private final EvidenceFile evidence;

    RunFiles(Path folder) {
        this.folder = folder;
        this.spool = folder.resolve(".lines");
        try {
            Files.createDirectories(folder);
            this.lines = Files.newBufferedWriter(spool);
            this.rejected = Files.newBufferedWriter(folder.resolve("rejected.jsonl"));
            this.evidence = new EvidenceFile(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    @Override
    public void stored(long line, Alert alert) {
        write(lines, line + "\t" + alert.id());
        evidence.add(alert);
    }

    @Override
    public void rejected(AlertRecord.Rejected record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", record.line());
        fields.put("reason", record.reason());
        fields.put("excerpt", record.excerpt());
        write(rejected, JSON.writeValueAsString(fields));
    }

    /// @param verdicts by alert id; others than the input's may be among them
    /// @param flagged ids of alerts with planted instructions
    /// @return those of the input
    Map<String, AlertVerdict> writeAlerts(Map<String, AlertVerdict> verdicts, Set<String> flagged) {
        Map<String, AlertVerdict> ofInput = new HashMap<>();
        try {
            lines.close();
            try (BufferedReader from = Files.newBufferedReader(spool);
                    BufferedWriter to = Files.newBufferedWriter(folder.resolve("alerts.jsonl"))) {
                for (String row = from.readLine(); row != null; row = from.readLine()) {
                    int tab = row.indexOf('\t');
                    String id = row.substring(tab + 1);
                    AlertVerdict verdict = verdicts.get(id);
                    if (verdict == null) {
                        throw new IllegalStateException("alert " + id + " was stored, but not triaged");
                    }
                    ofInput.put(id, verdict);
                    long line = Long.parseLong(row.substring(0, tab));
                    write(to, alertLine(line, id, verdict, flagged.contains(id)));
                }
            }
            Files.delete(spool);
            return ofInput;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private static String alertLine(long line, String id, AlertVerdict verdict, boolean flagged) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", line);
        fields.put("id", id);
        fields.put("case_id", verdict.caseId().orElse(null));
        fields.put("anomaly", Math.round(verdict.anomaly() * 1e5) / 1e5);
        fields.put("disposition", verdict.disposition().wireName());
        fields.put("confidence", verdict.confidence());
        fields.put("techniques", verdict.techniques());
        if (flagged) {
            fields.put("attention", List.of(Attention.Reason.PLANTED_INSTRUCTION.wireName()));
        }
        return JSON.writeValueAsString(fields);
    }

    void writeCases(List<TriageCase> cases, CaseAttention attention) {
        try (BufferedWriter to = Files.newBufferedWriter(folder.resolve("cases.jsonl"))) {
            for (TriageCase triaged : cases) {
                write(to, JSON.writeValueAsString(caseLine(triaged, attention)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private static Map<String, Object> caseLine(TriageCase triaged, CaseAttention attention) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("case_id", triaged.id());
        fields.put("title", triaged.title().en());
        fields.put("alert_count", triaged.draft().alertCount());
        fields.put("score", triaged.score());
        fields.put("disposition", triaged.disposition().verdict().wireName());
        fields.put("confidence", triaged.disposition().confidence());
        fields.put("first_seen", triaged.first().toString());
        fields.put("last_seen", triaged.last().toString());
        fields.put(
                "entities",
                triaged.entities().stream()
                        .limit(CASE_ENTITIES)
                        .map(Map.Entry::getKey)
                        .map(RunFiles::entity)
                        .toList());
        fields.put("steps", triaged.chain().steps().stream().map(RunFiles::step).toList());
        fields.put("summary", triaged.summary().en());
        fields.put("attention", attention.lines(triaged.id()));
        return fields;
    }

    private static Map<String, Object> entity(Entity entity) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", entity.type());
        fields.put("value", entity.value());
        return fields;
    }

    private static Map<String, Object> step(Step step) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tactic", step.tactic().id());
        fields.put("technique", step.technique().id());
        fields.put("outcome", step.outcome().wireName());
        fields.put("first_seen", step.first().toString());
        fields.put("last_seen", step.last().toString());
        fields.put("alerts", step.alertIds());
        return fields;
    }

    void writeSummary(RunSummary summary) {
        try {
            Files.writeString(folder.resolve("summary.json"), PRETTY.writeValueAsString(summary) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private void write(BufferedWriter to, String line) {
        try {
            to.write(line);
            to.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    @Override
    public void close() {
        try (lines;
                rejected;
                evidence) {
            Files.deleteIfExists(spool);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot finish the files in " + folder, e);
        }
    }
}
