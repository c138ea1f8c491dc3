package dev.analystcopilot.triage.job;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.embeddings.text.TextEmbedder;

/// The models that ship with the product; each loads its file when it first embeds.
public final class BgeEmbedders implements Embedders, AutoCloseable {
    private final BgeEmbedder english = BgeEmbedder.english();
    private final BgeEmbedder chinese = BgeEmbedder.chinese();

    @Override
    public TextEmbedder english() {
        return english;
    }

    @Override
    public TextEmbedder chinese() {
        return chinese;
    }

    @Override
    public void close() {
        english.close();
        chinese.close();
    }
}
