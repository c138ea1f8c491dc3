package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Instant;
import java.util.List;

/// Alerts for tests.
final class Samples {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    static NewAlert alert(String id) {
        return alert(id, NOON, "Something happened", "host:web-01");
    }

    static NewAlert alert(String id, Instant time, String title, String... entityKeys) {
        return new NewAlert(
                new Alert(
                        id,
                        "test",
                        "rule-1",
                        time,
                        title,
                        "message of " + id,
                        Severity.HIGH,
                        AlertStatus.NEW,
                        Outcome.UNKNOWN,
                        List.of(entityKeys).stream().map(Entity::ofKey).toList(),
                        List.of("T1505.003"),
                        "{\"id\":\"" + id + "\"}"),
                "print-of-" + title,
                title);
    }
}
