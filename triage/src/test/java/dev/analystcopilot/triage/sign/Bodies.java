package dev.analystcopilot.triage.sign;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Alerts with bodies, for tests.
final class Bodies {
    private Bodies() {}

    /// An alert whose record has these fields, in the shape of a Sysmon event.
    static Alert windows(Map<String, String> fields) {
        return alert(
                "Something happened",
                JsonMapper.shared().writeValueAsString(Map.of("win", Map.of("eventdata", fields))));
    }

    static Alert command(String image, String commandLine) {
        return windows(Map.of("image", image, "commandLine", commandLine));
    }

    /// An alert about one line of a Linux log.
    static Alert log(String title, String line) {
        return alert(title, JsonMapper.shared().writeValueAsString(Map.of("full_log", line)));
    }

    static Alert alert(String title, String raw) {
        return new Alert(
                "a",
                "wazuh",
                "1",
                Instant.EPOCH,
                title,
                "",
                Severity.LOW,
                AlertStatus.NEW,
                Outcome.UNKNOWN,
                List.of(),
                List.of(),
                raw);
    }
}
