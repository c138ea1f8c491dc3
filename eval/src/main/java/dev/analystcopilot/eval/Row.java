package dev.analystcopilot.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One thing that was measured, such as a system on a set.
///
/// @param values by the name of the metric, in the order to show them in
public record Row(String name, Map<String, Score> values) {
    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
