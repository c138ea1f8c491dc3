package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.List;

/// A named pattern of attack, as a scenario file describes it.
///
/// @param least 0–1, the strength from which on a case is said to look like it
/// @param unless a case that shows any of these is something else
record Scenario(
        String id,
        Bilingual title,
        String runbook,
        double least,
        List<Clue> clues,
        List<Traits> unless,
        List<QuestionTemplate> questions) {
    Scenario {
        clues = List.copyOf(clues);
        unless = List.copyOf(unless);
        questions = List.copyOf(questions);
    }
}
