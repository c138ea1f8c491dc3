package dev.analystcopilot.triage.hunt;

import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The conditions found so far. Several things of one kind are meant to be any of them; several words all have to be
/// there. For use by one reading.
final class Conditions {
    private record Place(HuntField field, HuntOp op) {}

    private final Map<Place, List<String>> things = new LinkedHashMap<>();
    private final List<HuntCondition> others = new ArrayList<>();

    void add(Name field, HuntOp op, String value) {
        add(HuntField.of(field), op, value);
    }

    void add(HuntField field, HuntOp op, String value) {
        boolean repeatable = op == HuntOp.IS || op == HuntOp.IN;
        if (repeatable) {
            List<String> values = things.computeIfAbsent(new Place(field, HuntOp.IS), place -> new ArrayList<>());
            if (!values.contains(value)) {
                values.add(value);
            }
        } else {
            addAny(field, op, List.of(value));
        }
    }

    /// Any of these words.
    void addAny(HuntField field, HuntOp op, List<String> values) {
        var condition = new HuntCondition(field, op, values);
        if (!others.contains(condition)) {
            others.add(condition);
        }
    }

    List<HuntCondition> found() {
        List<HuntCondition> found = new ArrayList<>();
        things.forEach((place, values) ->
                found.add(new HuntCondition(place.field(), values.size() > 1 ? HuntOp.IN : HuntOp.IS, values)));
        found.addAll(others);
        return found.stream().limit(HuntQuery.MAX_CONDITIONS).toList();
    }
}
