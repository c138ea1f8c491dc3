package dev.analystcopilot.triage.sign;

/// Which way an alert's body points.
public enum Leaning {
    /// It shows an attack.
    THREATENING,
    /// It shows neither, or both.
    NEUTRAL,
    /// It shows everyday work, and nothing of an attack.
    EVERYDAY
}
