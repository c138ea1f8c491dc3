package dev.analystcopilot.triage.narrate.fact;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.PastFact;
import java.util.List;
import java.util.Optional;

/// What is like a case.
///
/// @param told the case; empty where none was meant
/// @param same alerts from outside it that differ from its own in nothing but changing parts
/// @param like other alerts much like its own
public record PastOfCase(Optional<CaseDocument> told, List<PastFact> same, List<PastFact> like) implements Topic {
    public PastOfCase {
        requireNonNull(told, "told");
        same = List.copyOf(same);
        like = List.copyOf(like);
    }
}
