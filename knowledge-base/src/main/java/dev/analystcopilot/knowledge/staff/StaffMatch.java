package dev.analystcopilot.knowledge.staff;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.util.Map;

/// A document that may answer a question.
///
/// @param ref the document's name
/// @param kind `staff`, `policy`, `glossary` …
/// @param score the higher the better; comparable within one question only
/// @param relevance how probable it is that it answers the question, 0 to 1; of the first match only, the others have 0
/// @param features what both rest on, by name
public record StaffMatch(
        String documentId,
        String ref,
        String kind,
        String title,
        Language language,
        double score,
        double relevance,
        Map<String, Double> features) {
    public StaffMatch {
        requireNonNull(documentId, "documentId");
        requireNonNull(ref, "ref");
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        requireNonNull(language, "language");
        features = Map.copyOf(features);
    }

    /// How much an answer from this document can be relied on.
    public Sureness sureness() {
        return Sureness.of(relevance);
    }

    /// The same, beyond doubt.
    StaffMatch certain() {
        return judged(1);
    }

    /// The same, as probable as that.
    StaffMatch judged(double probability) {
        return new StaffMatch(documentId, ref, kind, title, language, score, probability, features);
    }
}
