package dev.analystcopilot.knowledge.search;

import java.util.Locale;

/// What is known of a passage that was found, as numbers from 0 to 1. The first ones come from the two searches and are
/// fused; the others compare the question with the passage and its document, and rerank.
public enum Feature {
    /// Cosine, from that of unrelated texts (0) to 1.
    DENSE(false),
    /// BM25, relative to the best passage's.
    LEXICAL(false),
    /// BM25 by itself, half of the way to 1 at 12, which is about two rare words.
    BM25(false),
    /// Reciprocal rank by meaning: 60 / (60 + rank - 1).
    DENSE_RANK(false),
    /// Reciprocal rank by words.
    LEXICAL_RANK(false),
    /// Share of the question's words that the passage or its document's title has.
    WORDS(true),
    /// Share of the question's words that stand in the title.
    TITLE(true),
    /// Share of the title's words that stand in the question.
    TITLE_ASKED(true),
    /// Share of the question's words that stand in the heading.
    HEADING(true),
    /// Other passages of the same document were found, too.
    DOCUMENT(true),
    /// The question says outright something of this ATT&CK page: its name, what kind it is ([AttackReranker]).
    ATTACK(true);

    private final boolean reranks;

    Feature(boolean reranks) {
        this.reranks = reranks;
    }

    boolean reranks() {
        return reranks;
    }

    /// As in the file of weights: `title_asked`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
