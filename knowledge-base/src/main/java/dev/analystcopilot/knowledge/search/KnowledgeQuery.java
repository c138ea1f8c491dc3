package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.text.Language;
import java.util.Optional;
import java.util.Set;

/// @param language of the passages to find; the question's own if empty
/// @param kinds only these kinds of documents, such as `runbook`; all if empty
/// @param top at most so many passages, 1 to 100
public record KnowledgeQuery(String text, Optional<Language> language, Set<String> kinds, int top) {
    public static final int MAX_TOP = 100;

    public KnowledgeQuery {
        text = text.strip();
        kinds = Set.copyOf(kinds);
        if (top < 1 || top > MAX_TOP) {
            throw new IllegalArgumentException("top must be 1 to " + MAX_TOP + ", not " + top);
        }
    }

    /// In the question's own language, among everything.
    public static KnowledgeQuery of(String text, int top) {
        return new KnowledgeQuery(text, Optional.empty(), Set.of(), top);
    }

    public KnowledgeQuery among(String... wanted) {
        return new KnowledgeQuery(text, language, Set.of(wanted), top);
    }

    public KnowledgeQuery in(Language wanted) {
        return new KnowledgeQuery(text, Optional.of(wanted), kinds, top);
    }
}
