package dev.analystcopilot.knowledge.staff;

import java.util.Locale;

/// How sure it is that a document answers a question. Calibrated on questions that are not those of the measurements.
public enum Sureness {
    SURE,
    LIKELY,
    /// Then nothing is answered: who asks is sent to people.
    UNKNOWN;

    private static final double SURE_FROM = 0.9;
    private static final double LIKELY_FROM = 0.3;

    static Sureness of(double relevance) {
        if (relevance >= SURE_FROM) {
            return SURE;
        }
        return relevance >= LIKELY_FROM ? LIKELY : UNKNOWN;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
