package dev.analystcopilot.triage.training;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// Alerts of the AIT alert data set, with what its authors know about each: the column `event_label`, where
/// `-` means that no attack caused it. Triage itself never sees that column.
///
/// @param name of the network: the file's, without endings
/// @param alerts in order of (time, id)
/// @param attacks ids of the alerts that an attack caused
public record LabelledBacklog(String name, List<StoredAlert> alerts, Set<String> attacks) {
    private static final String LABEL = ",event_label";
    private static final String FORMAT = "ait-ads";

    public LabelledBacklog {
        alerts = List.copyOf(alerts);
        attacks = Set.copyOf(attacks);
    }

    /// @param file csv, plain or gz, the last column `event_label`
    /// @throws IllegalArgumentException if it has no labels
    public static LabelledBacklog read(Path file) {
        List<Boolean> labels = labels(file);
        var fingerprinter = new Fingerprinter();
        var alerts = new ArrayList<StoredAlert>();
        var attacks = new HashSet<String>();
        AlertReader.open(AlertSource.file(file), FORMAT, ReadOptions.none()).read(record -> {
            switch (record) {
                case AlertRecord.Parsed(long line, Alert alert) -> {
                    alerts.add(StoredAlert.of(alert, fingerprinter.of(alert).hash()));
                    if (labels.get((int) line - 1)) {
                        attacks.add(alert.id());
                    }
                }
                case AlertRecord.Rejected ignored -> {
                    // What cannot be read has no case to label.
                }
            }
        });
        alerts.sort(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id));
        String name = file.getFileName().toString();
        return new LabelledBacklog(name.substring(0, (name + ".").indexOf('.')), alerts, attacks);
    }

    private static List<Boolean> labels(Path file) {
        try (InputStream bytes = Files.newInputStream(file);
                var reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            String header = reader.readLine();
            if (header == null || !header.strip().endsWith(LABEL)) {
                throw new IllegalArgumentException(
                        file + " has no labels: its last column has to be event_label, as in the AIT alert data set");
            }
            return reader.lines().map(line -> !line.strip().endsWith(",-")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /// Tells which cases are attacks: those of whose units (the alerts of one rule on one host in one
    /// minute) at least half hold an alert that an attack caused.
    public final class Truth {
        private final Map<String, StoredAlert> byId = new HashMap<>();

        private Truth() {
            alerts.forEach(alert -> byId.put(alert.id(), alert));
        }

        public boolean attack(CaseDraft draft) {
            Map<String, Boolean> units = new HashMap<>();
            draft.evidence()
                    .forEach(e -> e.burst()
                            .alertIds()
                            .forEach(id -> units.merge(unit(id), attacks.contains(id), Boolean::logicalOr)));
            long attacked = units.values().stream().filter(hit -> hit).count();
            return attacked * 2 >= units.size();
        }

        private String unit(String id) {
            StoredAlert alert = byId.get(id);
            if (alert == null) {
                throw new IllegalArgumentException("no alert of this backlog: " + id);
            }
            String host = alert.entities().stream()
                    .filter(Entity.Host.class::isInstance)
                    .findFirst()
                    .map(Entity::value)
                    .orElse("");
            return Math.floorDiv(alert.time().getEpochSecond(), 60) + "|" + host + "|" + alert.source() + "|"
                    + alert.rule();
        }
    }

    public Truth truth() {
        return new Truth();
    }
}
