package dev.analystcopilot.knowledge.search;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.util.List;

/// A passage that answers a question.
///
/// @param ref what its document is known as: a runbook's slug, a technique's id
/// @param score the higher the better; comparable within one result only
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
        Why why) {

    public PassageHit {
        techniques = List.copyOf(techniques);
        requireNonNull(language, "language");
        requireNonNull(why, "why");
    }
}
