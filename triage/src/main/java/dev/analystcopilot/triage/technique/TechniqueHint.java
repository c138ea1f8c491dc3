package dev.analystcopilot.triage.technique;

import dev.analystcopilot.knowledge.alert.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What certain words of an alert tell about the technique behind it; see `triage/technique-hints.yaml`.
///
/// @param weight how much it speaks for an attack by itself, 0–1
/// @param tactic which of the technique's tactics is meant, where it has several
/// @param outcome what the words say about the effect
/// @param scenario the runbook that fits
/// @param after tactics of which one must come earlier in the same case for the technique to count; none = always
public record TechniqueHint(
        String id,
        Pattern match,
        String technique,
        Optional<String> tactic,
        double weight,
        Outcome outcome,
        String scenario,
        List<String> after) {

    public TechniqueHint {
        if (weight < 0 || weight > 1) {
            throw new IllegalArgumentException("hint " + id + ": a weight lies in 0 to 1, not " + weight);
        }
        after = List.copyOf(after);
    }
}
