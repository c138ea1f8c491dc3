package dev.analystcopilot.knowledge.demo;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/// What the demo backlog's alerts really are: for tests only, nothing in the product can reach it.
///
/// @param web ids of the intrusion on the web shop
/// @param mail ids of the intrusion that began with a mail
/// @param scan ids of the authorised scan
public record DemoTruth(Set<String> web, Set<String> mail, Set<String> scan) {

    public static DemoTruth of(Instant end, long seed) {
        return new DemoTruth(
                ids(end, seed, Part.INTRUSION_WEB),
                ids(end, seed, Part.INTRUSION_MAIL),
                ids(end, seed, Part.AUTHORISED_SCAN));
    }

    private static Set<String> ids(Instant end, long seed, Part part) {
        return DemoBacklog.compose(end, seed).stream()
                .filter(alert -> alert.part() == part)
                .map(DemoAlert::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
