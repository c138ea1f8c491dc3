package dev.analystcopilot.triage.job;

import dev.analystcopilot.embeddings.text.TextEmbedder;

/// The embedders of the house, each loaded when it is first asked for.
public interface Embedders {
    TextEmbedder english();

    TextEmbedder chinese();
}
