package dev.analystcopilot.triage.narrate;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;

/// A passage that the store has and the asker may see.
///
/// @param ref the document's own name, such as `web-shell`
/// @param kind `runbook`, `staff`, `policy`, `glossary` …
/// @param title the document's
/// @param heading the passage's; empty where it has none
/// @param text Markdown
/// @param related whether the search is sure, by meaning, that it speaks of what was asked; where it is not, words
///     that both have decide
public record PassageFact(
        String id,
        String ref,
        String kind,
        String title,
        String heading,
        String text,
        Language language,
        boolean related) {
    public PassageFact {
        requireNonNull(id, "id");
        requireNonNull(ref, "ref");
        requireNonNull(kind, "kind");
        requireNonNull(title, "title");
        requireNonNull(heading, "heading");
        requireNonNull(text, "text");
        requireNonNull(language, "language");
    }
}
