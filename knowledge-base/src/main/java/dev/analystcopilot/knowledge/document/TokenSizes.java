package dev.analystcopilot.knowledge.document;

import dev.analystcopilot.embeddings.text.TokenCounter;
import java.util.HashMap;
import java.util.Map;

/// The lengths of one document's texts. Asks the tokenizer only where it could matter, and once for each text.
final class TokenSizes {
    private final TokenCounter counter;
    private final Map<String, Integer> known = new HashMap<>();

    TokenSizes(TokenCounter counter) {
        this.counter = counter;
    }

    /// Whether a text has at most so many tokens. Each has at least one character, so that short texts need no
    /// counting.
    boolean fits(String text, int tokens) {
        return text.length() <= tokens || of(text) <= tokens;
    }

    int of(String text) {
        return known.computeIfAbsent(text, counter::count);
    }
}
