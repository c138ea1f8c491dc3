package dev.analystcopilot.triage.disposition;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Bilingual;

/// Something that, once answered, would move the verdict; and where to look for the answer.
///
/// @param code names the kind of question
/// @param query the alerts to look at first
/// @param effect how much the answer is worth, in bits of the attack's probability, 0–1
/// @param ifYes the probability of an attack after a yes
/// @param ifNo the probability of an attack after a no
public record Question(String code, Bilingual text, AlertSearch query, double effect, double ifYes, double ifNo) {
    public Question {
        requireNonNull(text, "text");
        requireNonNull(query, "query");
        if (!(effect >= 0 && effect <= 1)) {
            throw new IllegalArgumentException("an effect lies in 0 to 1 bit, not at " + effect);
        }
    }
}
