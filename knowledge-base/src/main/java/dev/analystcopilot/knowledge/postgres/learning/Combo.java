package dev.analystcopilot.knowledge.postgres.learning;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Severity;
import java.util.Optional;

/// Alerts of one fingerprint, about one host or about any, in a span of time, with what people and triage said of them.
///
/// @param entityKey the host; empty for all together
/// @param rule of the newest
/// @param title of the newest
/// @param severity the highest that people judged to be harmless
/// @param worst the highest of all
/// @param alerts how many there are
/// @param harmless how many people judged to be benign or false
/// @param falsePositives of these, how many false
/// @param attacks how many people judged to be an attack
/// @param computedAttacks how many nobody judged and triage takes for an attack
/// @param verdicts how many different verdicts on alerts and cases said so
/// @param attackVerdicts of these, how many said "attack"
/// @param entities how many hosts have a verdict
public record Combo(
        String fingerprint,
        Optional<String> entityKey,
        String source,
        String rule,
        String title,
        Severity severity,
        Severity worst,
        long alerts,
        long harmless,
        long falsePositives,
        long attacks,
        long computedAttacks,
        int verdicts,
        int attackVerdicts,
        int entities) {
    public Combo {
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(entityKey, "entityKey");
        requireNonNull(severity, "severity");
        requireNonNull(worst, "worst");
    }
}
