package dev.analystcopilot.knowledge.sigma.event;

import dev.analystcopilot.knowledge.sigma.rule.FieldValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An event as flat fields.
public final class Event {
    private final Map<String, List<FieldValue>> fields;
    private final Map<String, List<FieldValue>> byAnyName;
    private final List<FieldValue> values;
    private final Origin origin;

    Event(Map<String, List<FieldValue>> fields, Map<String, List<FieldValue>> byAnyName, Origin origin) {
        this.fields = new LinkedHashMap<>(fields);
        this.byAnyName = Map.copyOf(byAnyName);
        this.values = fields.values().stream().flatMap(List::stream).distinct().toList();
        this.origin = origin;
    }

    /// What the event says of a field, under Sigma's name for it or another product's; empty if nothing.
    ///
    /// @param name in small letters
    public List<FieldValue> field(String name) {
        return byAnyName.getOrDefault(name, List.of());
    }

    /// All values, each once.
    public List<FieldValue> values() {
        return values;
    }

    /// The log that it comes from.
    public Origin origin() {
        return origin;
    }

    /// All of it as words: names and values, in order.
    public String text() {
        var text = new StringBuilder();
        fields.forEach((name, all) -> all.forEach(
                value -> text.append(name).append(": ").append(value.text()).append('\n')));
        return text.toString();
    }
}
