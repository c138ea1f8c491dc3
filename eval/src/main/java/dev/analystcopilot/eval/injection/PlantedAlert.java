package dev.analystcopilot.eval.injection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// An everyday alert in Wazuh's form, with something planted in one of its fields or without.
final class PlantedAlert {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant FIRST = Instant.parse("2026-11-20T08:00:00Z");

    private PlantedAlert() {}

    /// Where a whole payload can be planted.
    enum Field {
        TITLE,
        MESSAGE,
        ENTITY,
        RAW
    }

    /// @param number tells it from others
    /// @param planted what to plant; spread over all fields if there are several
    static String of(int number, Field field, List<String> planted) {
        String title = "sshd: authentication failed";
        String message = "Failed password for alice from 203.0.113.9 port 4422 ssh2";
        String user = "alice";
        String extra = "sshd";
        if (planted.size() == 1) {
            String text = planted.getFirst();
            title = field == Field.TITLE ? title + ". " + text : title;
            message = field == Field.MESSAGE ? message + "\n" + text : message;
            user = field == Field.ENTITY ? text : user;
            extra = field == Field.RAW ? text : extra;
        } else if (planted.size() > 1) {
            title = planted.get(0);
            user = planted.get(1);
            extra = planted.size() > 2 ? planted.get(2) : extra;
        }
        Map<String, Object> alert = new LinkedHashMap<>();
        alert.put("id", "planted." + number);
        alert.put("timestamp", FIRST.plusSeconds(60L * number).toString());
        alert.put("rule", Map.of("id", "5760", "level", 10, "description", title));
        alert.put("agent", Map.of("id", "001", "name", "web-01", "ip", "10.0.0.5"));
        alert.put("data", Map.of("srcip", "203.0.113.9", "dstuser", user, "program", extra));
        alert.put("full_log", message);
        return JSON.writeValueAsString(alert);
    }
}
