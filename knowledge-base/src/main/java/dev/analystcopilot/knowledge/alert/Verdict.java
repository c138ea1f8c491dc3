package dev.analystcopilot.knowledge.alert;

import java.util.Locale;

/// A disposition, in OCSF verdict terms.
public enum Verdict {
    /// An attack, or a part of one.
    TRUE_POSITIVE,
    /// It happened and was legitimate.
    BENIGN,
    /// It did not happen as the alert says.
    FALSE_POSITIVE,
    /// The evidence does not settle it: a human looks.
    INSUFFICIENT_DATA;

    /// Whether alerts of this verdict are set aside: not shown first, always listed, reopened by later evidence.
    public boolean setAside() {
        return this == BENIGN || this == FALSE_POSITIVE;
    }

    /// The spelling in files and interfaces: `true_positive` …
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Verdict ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
