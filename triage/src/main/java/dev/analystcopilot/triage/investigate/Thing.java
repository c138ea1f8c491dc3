package dev.analystcopilot.triage.investigate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Something that an alert tells of: an account, a process, a mail. What hangs below it is kept with it under a dotted
/// name, so that a process knows the name of its file.
///
/// @param type as the source calls it, in small letters; `alert` for what the alert says of itself
/// @param values by attribute, in small letters
/// @param direct whether the alert lists it itself, and not only something it lists
record Thing(String type, Map<String, String> values, boolean direct) {
    static final String ALERT = "alert";
    /// Names the alert, not what it is about.
    private static final Set<String> ITS_TITLE = Set.of("name", "displayname");

    Thing {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// Empty where there is none. What an alert says of itself may lie deeper, as in `data.win.eventdata.commandline`.
    Optional<String> value(String attribute) {
        if (type.equals(ALERT) && ITS_TITLE.contains(attribute)) {
            return Optional.empty();
        }
        Optional<String> own = Optional.ofNullable(values.get(attribute)).filter(value -> !value.isBlank());
        if (own.isPresent() || !type.equals(ALERT)) {
            return own;
        }
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("." + attribute))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
