package dev.analystcopilot.triage.narrate.answer;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer, before it takes a form.
///
/// @param runbooks that fit, by the names of their scenarios, the best first
/// @param caseId the case it is about
public record Answer(Language language, List<Block> blocks, List<String> runbooks, Optional<String> caseId) {
    public Answer {
        requireNonNull(language, "language");
        requireNonNull(caseId, "caseId");
        blocks = List.copyOf(blocks);
        runbooks = List.copyOf(runbooks);
    }

    /// The same with words before it.
    public Answer after(Block first) {
        List<Block> all = new ArrayList<>();
        all.add(first);
        all.addAll(blocks);
        return new Answer(language, all, runbooks, caseId);
    }
}
