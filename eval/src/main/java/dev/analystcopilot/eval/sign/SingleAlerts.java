package dev.analystcopilot.eval.sign;

import dev.analystcopilot.eval.sign.Verdicts.Judged;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import dev.analystcopilot.triage.sign.SignScore;
import dev.analystcopilot.triage.sign.Signs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Wazuh alerts with labels, judged by the product, which never sees the labels.
final class SingleAlerts {
    private final List<StoredAlert> alerts = new ArrayList<>();
    private final List<Boolean> attacks = new ArrayList<>();

    /// @param lines records with a `label`; `attack` and `TP` are malicious
    SingleAlerts(List<String> lines) {
        var signs = Signs.load();
        var fingerprinter = new Fingerprinter();
        for (String line : lines) {
            String label = JsonMapper.shared().readTree(line).path("label").asString();
            var source = AlertSource.stream("alert", new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
            AlertReader.open(source, "wazuh", ReadOptions.none()).read(record -> {
                if (record instanceof AlertRecord.Parsed parsed) {
                    Alert alert = parsed.alert();
                    alerts.add(StoredAlert.of(alert, fingerprinter.of(alert).hash(), signs.of(alert)));
                    attacks.add(label.equals("attack") || label.equals("TP"));
                }
            });
        }
    }

    /// By the body alone.
    List<Judged> alone() {
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < alerts.size(); i++) {
            StoredAlert alert = alerts.get(i);
            Verdict verdict = SignScore.of(alert).verdict(!alert.techniques().isEmpty());
            judged.add(new Judged(attacks.get(i), verdict));
        }
        return judged;
    }

    /// As one file is triaged: with cases, context and all.
    List<Judged> triaged() {
        var engine = new TriageEngine(TechniqueCatalog.load());
        alerts.stream()
                .sorted(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id))
                .forEach(engine);
        Map<String, Verdict> verdicts = new HashMap<>();
        engine.outcome().forEachAlert((id, verdict) -> verdicts.put(id, verdict.disposition()));
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < alerts.size(); i++) {
            judged.add(new Judged(
                    attacks.get(i), verdicts.getOrDefault(alerts.get(i).id(), Verdict.INSUFFICIENT_DATA)));
        }
        return judged;
    }

    /// By the rule's level alone: from 7 on malicious.
    List<Judged> byLevel() {
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < alerts.size(); i++) {
            boolean high = alerts.get(i).severity().compareTo(Severity.MEDIUM) >= 0;
            judged.add(new Judged(attacks.get(i), high ? Verdict.TRUE_POSITIVE : Verdict.BENIGN));
        }
        return judged;
    }
}
