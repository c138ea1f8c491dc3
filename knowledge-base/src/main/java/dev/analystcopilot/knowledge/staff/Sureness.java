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
    /// Steps that nobody needed do less harm than steps that came too late.
    private static final double STEPS_FROM = 0.15;

    static Sureness of(double relevance) {
        if (relevance >= SURE_FROM) {
            return SURE;
        }
        return relevance >= LIKELY_FROM ? LIKELY : UNKNOWN;
    }

    /// How probable it is to be called that a document with urgent steps is right.
    static double ofSteps(double relevance) {
        return relevance >= STEPS_FROM ? Math.max(relevance, LIKELY_FROM) : relevance;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
