package dev.analystcopilot.triage.feature;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The alerts that bursts keep, with equal parts held once: a row read from a store brings its own copy of a title that
/// a million rows share.
final class Samples {
    private final Map<Object, Object> known = new HashMap<>();

    StoredAlert of(StoredAlert alert) {
        return new StoredAlert(
                alert.id(),
                alert.time(),
                one(alert.source()),
                one(alert.rule()),
                one(alert.title()),
                alert.severity(),
                alert.outcome(),
                one(alert.entities().stream().map(this::one).toList()),
                each(alert.techniques()),
                one(alert.fingerprint()),
                alert.lineage(),
                alert.details(),
                each(alert.signs()));
    }

    /// The first of all things that equal this.
    @SuppressWarnings("unchecked") // equal things are of one type here
    <T> T one(T thing) {
        Object first = known.putIfAbsent(thing, thing);
        return first == null ? thing : (T) first;
    }

    private List<String> each(List<String> texts) {
        return texts.isEmpty() ? List.of() : one(texts);
    }
}
