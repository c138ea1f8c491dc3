package dev.analystcopilot.triage.training;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A backlog as other sites would have it: without one of its sensors, without one of its machines, ended
/// earlier or begun later. A network holds one intrusion; its variants hold weaker and partial ones, which
/// a model has to have seen.
final class Variants {
    private static final int HOSTS = 3;
    private static final int SLICES = 4;

    private Variants() {}

    /// The backlog itself first.
    ///
    /// @param alerts in order of time, as each of the variants is
    static List<List<StoredAlert>> of(List<StoredAlert> alerts) {
        var variants = new ArrayList<List<StoredAlert>>();
        variants.add(alerts);
        commonest(alerts, alert -> Optional.of(alert.source()), HOSTS)
                .forEach(source -> variants.add(alerts.stream()
                        .filter(alert -> !alert.source().equals(source))
                        .toList()));
        commonest(alerts, Variants::host, HOSTS)
                .forEach(host -> variants.add(alerts.stream()
                        .filter(alert -> !host(alert).equals(Optional.of(host)))
                        .toList()));
        Instant first = alerts.getFirst().time();
        Duration slice = Duration.between(first, alerts.getLast().time()).dividedBy(SLICES);
        for (int i = 1; i < SLICES; i++) {
            Instant cut = first.plus(slice.multipliedBy(i));
            variants.add(
                    alerts.stream().filter(alert -> alert.time().isBefore(cut)).toList());
            if (i == 1) {
                variants.add(alerts.stream()
                        .filter(alert -> !alert.time().isBefore(cut))
                        .toList());
            }
        }
        return variants.stream().filter(variant -> !variant.isEmpty()).toList();
    }

    private static Optional<String> host(StoredAlert alert) {
        return alert.entities().stream()
                .filter(Entity.Host.class::isInstance)
                .map(Entity::value)
                .findFirst();
    }

    private interface Kind {
        Optional<String> of(StoredAlert alert);
    }

    private static List<String> commonest(List<StoredAlert> alerts, Kind kind, int most) {
        Map<String, Integer> counts = new HashMap<>();
        alerts.forEach(alert -> kind.of(alert).ifPresent(value -> counts.merge(value, 1, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(most)
                .toList();
    }
}
