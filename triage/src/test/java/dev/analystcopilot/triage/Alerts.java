package dev.analystcopilot.triage;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Small backlogs for tests.
public final class Alerts {
    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private Alerts() {}

    public static StoredAlert alert(String id, long atSecond, String host, String title, Severity severity) {
        return new StoredAlert(
                id,
                START.plusSeconds(atSecond),
                "test",
                title,
                title,
                severity,
                Outcome.UNKNOWN,
                List.of(new Entity.Host(host)),
                List.of(),
                "fp-" + title);
    }

    /// Three days of one routine alert an hour on five hosts, and on the third day a scan, a web shell and sudo on one.
    public static List<StoredAlert> daysWithAnIntrusion() {
        var alerts = new ArrayList<StoredAlert>();
        for (int hour = 0; hour < 72; hour++) {
            for (int host = 0; host < 5; host++) {
                alerts.add(alert(
                        "routine-%d-%d".formatted(hour, host),
                        hour * 3600L + host,
                        "web-" + host,
                        "Antivirus signatures updated",
                        Severity.INFORMATIONAL));
            }
        }
        long night = 60 * 3600L;
        for (int i = 0; i < 400; i++) {
            alerts.add(alert(
                    "scan-" + i, night + i / 10, "web-3", "Multiple web server 400 error codes", Severity.MEDIUM));
        }
        alerts.add(alert("shell", night + 300, "web-3", "Web shell written to the web root", Severity.HIGH));
        alerts.add(alert("sudo", night + 900, "web-3", "Successful sudo to ROOT executed.", Severity.LOW));
        alerts.sort(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id));
        return alerts;
    }
}
