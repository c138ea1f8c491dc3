package dev.analystcopilot.triage.scenario;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.disposition.AlertSearch;
import java.util.Optional;

/// What to find out next.
///
/// @param search how the stored alerts would answer it; empty where people must be asked or logs read
public record ScenarioQuestion(Bilingual text, Optional<AlertSearch> search) {
    public ScenarioQuestion {
        requireNonNull(text, "text");
        requireNonNull(search, "search");
    }
}
