package dev.analystcopilot.knowledge.alert;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Freezes what alerts carry beside their entities, within bounds: a source may write anything.
final class AlertContext {
    /// Generations of processes; deeper trees say nothing more about what belongs together.
    private static final int MAX_LINEAGE = 16;

    private static final int MAX_IDENTITY_BYTES = 200;
    private static final int MAX_DETAILS = 40;
    private static final int MAX_KEY_BYTES = 60;
    private static final int MAX_DETAIL_BYTES = 1_000;

    private AlertContext() {}

    /// Trimmed, in lower case, without blanks and repeats.
    static List<String> lineage(List<String> identities) {
        if (identities.isEmpty()) {
            return List.of();
        }
        return identities.stream()
                .map(identity -> Texts.storable(identity).strip().toLowerCase(Locale.ROOT))
                .filter(identity -> !identity.isEmpty())
                .map(identity -> Texts.cut(identity, MAX_IDENTITY_BYTES))
                .distinct()
                .limit(MAX_LINEAGE)
                .toList();
    }

    /// In the order of their keys, so that two equal alerts are walked through alike; blank values are left out.
    static Map<String, String> details(Map<String, String> details) {
        if (details.isEmpty()) {
            return Map.of();
        }
        var kept = new TreeMap<String, String>();
        new TreeMap<>(details).forEach((key, value) -> {
            String text = Texts.cut(Texts.storable(value).strip(), MAX_DETAIL_BYTES);
            if (!key.isBlank() && !text.isEmpty() && kept.size() < MAX_DETAILS) {
                kept.put(Texts.cut(Texts.storable(key).strip(), MAX_KEY_BYTES), text);
            }
        });
        return Collections.unmodifiableMap(kept);
    }
}
