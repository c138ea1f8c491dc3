package dev.analystcopilot.triage.correlate;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.sign.Leaning;
import dev.analystcopilot.triage.sign.SignScore;
import dev.analystcopilot.triage.sign.Signs;
import dev.analystcopilot.triage.technique.TechniqueHint;
import java.util.Optional;

/// A burst with what triage found out about it.
///
/// @param anomaly 0–1, from the ONNX model
/// @param rarity 0–1, how seldom its fingerprint is active on its anchor and in the scope
/// @param settled 0–1, how much history the scope had when it happened: while everything is new, newness means little
/// @param threat 0–1, how likely it is part of an attack, learnt from labelled history of other networks
/// @param hint what its words tell
public record Evidence(
        Burst burst, float anomaly, float rarity, double settled, float threat, Optional<TechniqueHint> hint) {

    /// What is left of a weight where the bodies show everyday work.
    private static final double EVERYDAY_SHARE = 0.2;

    /// Where no model judged it: what its words and its rarity tell.
    public Evidence(Burst burst, float anomaly, float rarity, double settled, Optional<TechniqueHint> hint) {
        this(
                burst,
                anomaly,
                rarity,
                settled,
                (float) (hint.map(TechniqueHint::weight).orElse(0.0) * rarity),
                hint);
    }

    /// How clearly its source or its words name an attack technique, 0–1.
    public double clarity() {
        double named = burst.techniques().isEmpty()
                ? 0
                : switch (burst.severity()) {
                    case CRITICAL, HIGH -> 0.9;
                    case MEDIUM -> 0.6;
                    case LOW, INFORMATIONAL, UNKNOWN -> 0.3;
                };
        return Math.max(named, hint.map(TechniqueHint::weight).orElse(0.0));
    }

    /// Whether its source says itself how severe it is, or which technique it shows.
    public boolean graded() {
        return burst.severity() != Severity.UNKNOWN || !burst.techniques().isEmpty();
    }

    /// How much this burst alone speaks for an attack, 0–1: what was learnt, and what its source says.
    public double weight() {
        double source = switch (burst.severity()) {
            case CRITICAL -> 1.0;
            case HIGH -> 0.7;
            case MEDIUM -> 0.3;
            case LOW, INFORMATIONAL, UNKNOWN -> 0.0;
        };
        Leaning leaning = leaning();
        double signs = leaning == Leaning.THREATENING ? 0.9 * body().probability() : 0;
        // Independent hints of the same thing: what none of them explains away.
        double hints = 1 - (1 - threat) * (1 - 0.8 * source) * (1 - signs);
        return leaning == Leaning.EVERYDAY ? EVERYDAY_SHARE * hints : hints;
    }

    /// Which way its alerts' bodies point.
    public Leaning leaning() {
        return burst.signs().isEmpty() ? Leaning.NEUTRAL : body().leaning();
    }

    /// What its alerts' bodies tell.
    public SignScore body() {
        StoredAlert sample = burst.sample();
        return SignScore.of(Signs.load(), burst.signs(), SignScore.level(sample), sample.severity());
    }
}
