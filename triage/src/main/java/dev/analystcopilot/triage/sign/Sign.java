package dev.analystcopilot.triage.sign;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.Optional;

/// One thing that the body of an alert can show, such as a shadow copy being deleted or a package manager at work.
///
/// @param weight -1 (everyday: hardly ever part of an attack) to 1 (hardly ever benign)
/// @param technique ATT&CK id, where it points to one
/// @param tactic which of the technique's tactics is meant
/// @param outcome what it says about the effect
public record Sign(
        String id,
        double weight,
        Optional<String> technique,
        Optional<String> tactic,
        Outcome outcome,
        Bilingual words) {

    public Sign {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a sign needs an id");
        }
        if (!(weight >= -1 && weight <= 1)) {
            throw new IllegalArgumentException("sign " + id + ": a weight lies in -1 to 1, not " + weight);
        }
        requireNonNull(technique, "technique");
        requireNonNull(tactic, "tactic");
        requireNonNull(outcome, "outcome");
        requireNonNull(words, "words");
    }

    /// Whether it speaks for an attack.
    public boolean threatens() {
        return weight > 0;
    }
}
