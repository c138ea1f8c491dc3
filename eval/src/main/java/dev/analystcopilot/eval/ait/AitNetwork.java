package dev.analystcopilot.eval.ait;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One network's alerts with their truth, which triage never sees.
///
/// @param alerts in order of (time, id), as the store gives them
/// @param truths by alert id
public record AitNetwork(String name, List<StoredAlert> alerts, Map<String, Truth> truths) {
    static final String LONG_RUNNING = "dnsteal";

    public AitNetwork {
        alerts = List.copyOf(alerts);
        truths = Map.copyOf(truths);
    }

    /// What the labels say of one alert.
    ///
    /// @param unit names its (minute, host, rule)
    /// @param event the attack step that caused it; empty if none did
    /// @param window the phase of the attack that it fell into; empty if none
    public record Truth(String unit, String event, String window) {
        /// Whether any label, also that of the time, calls it part of an attack.
        boolean duringAttack() {
            return attack() || !window.isEmpty();
        }

        public boolean attack() {
            return !event.isEmpty();
        }
    }

    public Truth truth(String alertId) {
        Truth truth = truths.get(alertId);
        if (truth == null) {
            throw new IllegalArgumentException("network %s has no alert %s".formatted(name, alertId));
        }
        return truth;
    }

    /// The kinds of attack steps that the labels name.
    Set<String> kinds(boolean withLongRunning) {
        var kinds = new java.util.TreeSet<String>();
        truths.values().stream()
                .filter(Truth::attack)
                .map(Truth::event)
                .filter(kind -> withLongRunning || !kind.equals(LONG_RUNNING))
                .forEach(kinds::add);
        return kinds;
    }
}
