package dev.analystcopilot.knowledge.format.dialect;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.field.AlertDraft;
import dev.analystcopilot.knowledge.format.field.Times;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.util.List;
import java.util.Map;

/// The AIT Alert Data Set (Landauer, Skopik, Wurzenberger: CSET 2024): alerts of Wazuh, Suricata and AMiner as
/// `time,name,ip,host,short`. The name begins with the detector: `Wazuh: Dovecot Authentication Success.`
public final class AitAdsFormat implements CsvFormat {
    private static final String SURICATA_ALERT = "Alert - ";

    @Override
    public String name() {
        return "ait-ads";
    }

    @Override
    public List<String> columns() {
        return List.of("time", "name", "ip", "host", "short");
    }

    @Override
    public AlertDraft read(Map<String, String> row) {
        String name = row.getOrDefault("name", "").strip();
        int colon = name.indexOf(": ");
        if (colon < 1) {
            throw new UnreadableRecordException("its name does not begin with a detector, as in 'Wazuh: …'");
        }
        String rule = name.substring(colon + 2).strip();
        if (rule.startsWith(SURICATA_ALERT)) {
            rule = rule.substring(SURICATA_ALERT.length());
        }
        var draft = new AlertDraft()
                .source(name.substring(0, colon))
                .rule(rule)
                .title(name)
                .time(Times.read(row.getOrDefault("time", "")))
                .severity(severity(rule));
        draft.entities().host(row.getOrDefault("host", "")).ip(row.getOrDefault("ip", ""));
        return draft;
    }

    /// The set has no severities. Only the class that a signature's name begins with says something: Emerging Threats
    /// uses these for what informs or breaks a policy.
    private static Severity severity(String rule) {
        if (rule.startsWith("ET INFO ")) {
            return Severity.INFORMATIONAL;
        }
        return rule.startsWith("ET POLICY ") ? Severity.LOW : Severity.UNKNOWN;
    }
}
