package dev.analystcopilot.knowledge.alert;

import java.util.Locale;

/// Whether what an alert tells of took effect.
public enum Outcome {
    ATTEMPTED,
    SUCCEEDED,
    UNKNOWN;

    /// The spelling in files and interfaces.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
