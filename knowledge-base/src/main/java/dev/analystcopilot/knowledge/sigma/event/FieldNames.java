package dev.analystcopilot.knowledge.sigma.event;

import dev.analystcopilot.knowledge.sigma.rule.FieldValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What products call the fields that Sigma's rules name.
final class FieldNames {
    private static final String TABLE = "/knowledge/sigma/fields.tsv";

    private final Map<String, List<String>> others = new LinkedHashMap<>();

    private FieldNames() {}

    static FieldNames load() {
        var names = new FieldNames();
        Tables.rows(TABLE, 2)
                .forEach(row -> names.others.put(
                        row.getFirst().toLowerCase(Locale.ROOT),
                        List.of(row.get(1).split(" "))));
        return names;
    }

    /// The fields, and again under Sigma's names where those are missing.
    Map<String, List<FieldValue>> withSigmaNames(Map<String, List<FieldValue>> fields) {
        Map<String, List<FieldValue>> all = new HashMap<>(fields);
        others.forEach((name, alike) -> {
            if (!fields.containsKey(name)) {
                alike.stream()
                        .filter(fields::containsKey)
                        .findFirst()
                        .ifPresent(other -> all.put(name, fields.get(other)));
            }
        });
        return all;
    }
}
