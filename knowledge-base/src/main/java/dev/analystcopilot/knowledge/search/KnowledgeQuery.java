package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.text.Language;
import java.util.Optional;
import java.util.Set;

/// @param language of the passages to find; if empty both, and of a document in both languages the question's own
/// @param kinds only these kinds of passages, such as `runbook`; all if empty
/// @param top at most so many passages, 1 to 100
/// @param onePerDocument only the best passage of each document
public record KnowledgeQuery(
        String text, Optional<Language> language, Set<String> kinds, int top, boolean onePerDocument) {
    public static final int MAX_TOP = 100;

    public KnowledgeQuery {
        text = text.strip();
        kinds = Set.copyOf(kinds);
        if (top < 1 || top > MAX_TOP) {
            throw new IllegalArgumentException("top must be 1 to " + MAX_TOP + ", not " + top);
        }
    }

    /// The best passage of each document.
    public KnowledgeQuery(String text, Optional<Language> language, Set<String> kinds, int top) {
        this(text, language, kinds, top, true);
    }

    /// Among everything.
    public static KnowledgeQuery of(String text, int top) {
        return new KnowledgeQuery(text, Optional.empty(), Set.of(), top);
    }

    public KnowledgeQuery among(String... wanted) {
        return new KnowledgeQuery(text, language, Set.of(wanted), top, onePerDocument);
    }

    public KnowledgeQuery in(Language wanted) {
        return new KnowledgeQuery(text, Optional.of(wanted), kinds, top, onePerDocument);
    }

    /// As many passages of a document as there are good ones.
    public KnowledgeQuery allPassages() {
        return new KnowledgeQuery(text, language, kinds, top, false);
    }
}
