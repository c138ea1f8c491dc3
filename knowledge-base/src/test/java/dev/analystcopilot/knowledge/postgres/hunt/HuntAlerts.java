package dev.analystcopilot.knowledge.postgres.hunt;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertTriageRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Five alerts, an hour apart.
final class HuntAlerts {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private HuntAlerts() {}

    static Instant at(int hour) {
        return NOON.plusSeconds(3_600L * hour);
    }

    static void store(Database database, Scope scope) {
        database.alerts()
                .insert(
                        scope,
                        List.of(
                                alert(
                                        "login-1 wazuh 5503 LOW UNKNOWN",
                                        0,
                                        "Failed login",
                                        "T1110.001",
                                        Map.of("logon.type", "Network"),
                                        "host:web-01 user:alice ip:192.0.2.7"),
                                alert(
                                        "login-2 wazuh 5503 LOW UNKNOWN",
                                        1,
                                        "Failed login",
                                        "T1110.001",
                                        Map.of(),
                                        "host:web-01 user:bob ip:192.0.2.7"),
                                alert(
                                        "shell suricata 9001 HIGH SUCCEEDED",
                                        2,
                                        "Mimikatz in memory",
                                        "T1505.003",
                                        Map.of("http.status", "503"),
                                        "host:web-01 process:w3wp.exe"),
                                alert(
                                        "mail gateway 77 MEDIUM UNKNOWN",
                                        3,
                                        "Odd mail",
                                        "",
                                        Map.of(),
                                        "user:alice url:http://a.example/x"),
                                alert(
                                        "other sensor 78 CRITICAL UNKNOWN",
                                        4,
                                        "Disk 100% full",
                                        "",
                                        Map.of("http.status", "404"),
                                        "host:db-01")));
        database.cases()
                .replaceAll(
                        scope,
                        List.of(),
                        List.of(new AlertTriageRow("shell", "case-1", 0.9, Verdict.TRUE_POSITIVE, 0.8)));
    }

    private static NewAlert alert(
            String head, int hour, String title, String technique, Map<String, String> details, String entities) {
        String[] parts = head.split(" ");
        var alert = new Alert(
                parts[0],
                parts[1],
                parts[2],
                at(hour),
                title,
                "",
                Severity.valueOf(parts[3]),
                AlertStatus.NEW,
                Outcome.valueOf(parts[4]),
                Arrays.stream(entities.split(" ")).map(Entity::ofKey).toList(),
                technique.isEmpty() ? List.of() : List.of(technique),
                parts[0].equals("mail") ? "{\"a\":\"Secret field\"}" : "{}",
                List.of(),
                details);
        return new NewAlert(alert, "print-" + title, title);
    }
}
