package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.technique.TechniqueHint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// When which machine of a case was being scanned with many requests. A scanner tries everything: words of an attack in
/// one of its thousand requests tell of the scan, not of somebody who knew where to strike.
final class Floods {
    private static final int MANY = 20;
    private static final Duration AROUND = Duration.ofMinutes(1);

    private record Span(Instant from, Instant to) {}

    private final Map<Entity, List<Span>> spans = new HashMap<>();

    private Floods() {}

    static Floods of(Collection<Evidence> evidence) {
        var floods = new Floods();
        for (Evidence e : evidence) {
            boolean scan = e.burst().techniques().stream().anyMatch(Floods::isScan)
                    || e.hint()
                            .map(TechniqueHint::technique)
                            .filter(Floods::isScan)
                            .isPresent();
            if (scan && e.burst().size() >= MANY) {
                floods.spans
                        .computeIfAbsent(e.burst().anchor(), key -> new ArrayList<>())
                        .add(new Span(
                                e.burst().first().minus(AROUND),
                                e.burst().last().plus(AROUND)));
            }
        }
        return floods;
    }

    /// Whether a burst lies within a flood of the same machine, from its first alert to its last.
    boolean cover(Evidence e) {
        return spans.getOrDefault(e.burst().anchor(), List.of()).stream()
                .anyMatch(span -> !e.burst().first().isBefore(span.from())
                        && !e.burst().last().isAfter(span.to()));
    }

    private static boolean isScan(String technique) {
        return technique.startsWith("T1595");
    }
}
