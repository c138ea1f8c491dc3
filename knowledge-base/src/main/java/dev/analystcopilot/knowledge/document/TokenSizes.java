package dev.analystcopilot.knowledge.document;

import dev.analystcopilot.embeddings.text.TokenCounter;

/// Asks the tokenizer only where it could matter.
record TokenSizes(TokenCounter counter) {

    /// Whether a text has at most so many tokens. Each has at least one character, so that short texts need no counting.
    boolean fits(String text, int tokens) {
        return text.length() <= tokens || counter.count(text) <= tokens;
    }

    int of(String text) {
        return counter.count(text);
    }
}
