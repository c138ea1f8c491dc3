package dev.analystcopilot.eval.grounding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// A true sentence about evidence with its values in slots, so that one of them can be made wrong.
///
/// @param form the words, `{name}` for each slot and `{n}`, `{m}` for marks
/// @param slots by name, in the order of the form
/// @param marks by name: `n`, `m`
record Saying(String form, Map<String, Slot> slots, Map<String, Integer> marks) {

    /// @param kind of value, such as `host`; lies are counted by it
    /// @param shown how it is written
    record Slot(String kind, Object value, Function<Object, String> shown) {
        Slot with(Object other) {
            return new Slot(kind, other, shown);
        }
    }

    static Saying of(String form, int n, Object... slots) {
        Map<String, Slot> named = new LinkedHashMap<>();
        for (int i = 0; i < slots.length; i += 2) {
            named.put((String) slots[i], (Slot) slots[i + 1]);
        }
        return new Saying(form, named, Map.of("n", n));
    }

    Saying and(int m) {
        return new Saying(form, slots, Map.of("n", marks.get("n"), "m", m));
    }

    Saying with(String name, Object value) {
        Map<String, Slot> changed = new LinkedHashMap<>(slots);
        changed.put(name, slot(name).with(value));
        return new Saying(form, changed, marks);
    }

    Slot slot(String name) {
        return Objects.requireNonNull(slots.get(name), name);
    }

    Saying marked(Map<String, Integer> others) {
        return new Saying(form, slots, others);
    }

    /// As people would read it.
    String text() {
        String text = form;
        for (var slot : slots.entrySet()) {
            text = text.replace(
                    "{" + slot.getKey() + "}",
                    slot.getValue().shown().apply(slot.getValue().value()));
        }
        for (String name : List.of("n", "m")) {
            Integer n = marks.get(name);
            text = text.replace("{" + name + "}", n == null ? "" : "[" + n + "]");
        }
        return text.replace(" .", ".").replace(" ,", ",");
    }

    List<String> kinds() {
        return new ArrayList<>(slots.keySet());
    }
}
