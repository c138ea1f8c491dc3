package dev.analystcopilot.triage.scenario;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.util.List;

/// A scenario that a case looks like.
///
/// @param id such as `web-shell`
/// @param strength 0–1, how well it fits
/// @param steps numbers of the chain's steps it rests on
/// @param questions with the case's own host, account, address and times filled in
/// @param runbook the id of the runbook that tells what to do
public record ScenarioMatch(
        String id,
        Bilingual title,
        double strength,
        List<Integer> steps,
        List<ScenarioQuestion> questions,
        String runbook) {
    public ScenarioMatch {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(runbook, "runbook");
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("a strength lies in 0 to 1, not " + strength);
        }
        steps = List.copyOf(steps);
        questions = List.copyOf(questions);
    }
}
