package dev.analystcopilot.knowledge.search;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.util.List;

/// A passage that answers a question.
///
/// @param ref what its document is known as: a runbook's slug, a technique's id
/// @param score the higher the better; comparable within one result only
/// @param relevance how probable it is that it speaks of what is asked, 0 to 1; comparable across results
public record PassageHit(
        String passageId,
        String documentId,
        String ref,
        String kind,
        String title,
        String heading,
        String text,
        Language language,
        List<String> techniques,
        double score,
        double relevance,
        Why why) {
    /// From here on a passage is taken to fit. Calibrated: `./copilot eval fusion` says how often that is right.
    private static final double FITS = 0.5;

    public PassageHit {
        techniques = List.copyOf(techniques);
        requireNonNull(language, "language");
        requireNonNull(why, "why");
        if (!(relevance >= 0 && relevance <= 1)) {
            throw new IllegalArgumentException("relevance is 0 to 1, not " + relevance);
        }
    }

    /// Whether it speaks of what is asked. Where no hit does, nothing that is known fits: say so.
    public boolean fits() {
        return relevance >= FITS;
    }
}
