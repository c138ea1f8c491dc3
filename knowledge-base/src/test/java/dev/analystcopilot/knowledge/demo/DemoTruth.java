package dev.analystcopilot.knowledge.demo;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What the demo backlog's alerts really are: for tests only, nothing in the product can reach it.
///
/// @param web ids of the intrusion on the web shop
/// @param mail ids of the intrusion that began with a mail
/// @param scan ids of the authorised scan
public record DemoTruth(Set<String> web, Set<String> mail, Set<String> scan) {

    public static DemoTruth of(Instant end, long seed) {
        List<DemoAlert> alerts = DemoBacklog.compose(end, seed);
        return new DemoTruth(
                ids(alerts, Part.INTRUSION_WEB), ids(alerts, Part.INTRUSION_MAIL), ids(alerts, Part.AUTHORISED_SCAN));
    }

    private static Set<String> ids(List<DemoAlert> alerts, Part part) {
        return alerts.stream()
                .filter(alert -> alert.part() == part)
                .map(DemoAlert::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
