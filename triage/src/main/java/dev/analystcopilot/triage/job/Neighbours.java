package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.planted.Planted;
import dev.analystcopilot.knowledge.planted.PlantedInstructions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The last alerts about the same entity, read one after the other: an order can be spread over them. Alerts that
/// say what the ones before said already are passed over, so that a flood costs nothing and pushes nothing out. One
/// thread at a time.
final class Neighbours {
    private static final int LAST = 6;
    private static final int ENTITIES = 500;
    private static final int OF_ALERT = 3;

    private final PlantedInstructions detector;
    private final Map<String, Deque<List<String>>> lately = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<List<String>>> eldest) {
            return size() > ENTITIES;
        }
    };

    Neighbours(PlantedInstructions detector) {
        this.detector = detector;
    }

    /// What an alert says together with those before it; it says nothing alone.
    Optional<Planted> with(Alert alert) {
        List<String> words = words(alert);
        Optional<Planted> found = Optional.empty();
        for (String key : keys(alert)) {
            Deque<List<String>> before = lately.computeIfAbsent(key, _ -> new ArrayDeque<>(LAST));
            if (before.contains(words)) {
                continue;
            }
            before.addLast(words);
            if (before.size() > LAST) {
                before.removeFirst();
            }
            if (found.isEmpty() && before.size() > 1) {
                found = detector.across(new ArrayList<>(before));
            }
        }
        return found;
    }

    /// Without entities: those of one machine have them in common.
    private static List<String> words(Alert alert) {
        return alert.message().isEmpty() || alert.message().equals(alert.title())
                ? List.of(alert.title())
                : List.of(alert.title(), alert.message());
    }

    private static List<String> keys(Alert alert) {
        return alert.entities().stream().map(Entity::key).limit(OF_ALERT).toList();
    }
}
