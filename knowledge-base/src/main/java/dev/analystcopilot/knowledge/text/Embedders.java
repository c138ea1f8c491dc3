package dev.analystcopilot.knowledge.text;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.embeddings.text.TextEmbedder;

/// The embedding model of each language. Their vectors do not compare with each other.
public record Embedders(TextEmbedder english, TextEmbedder chinese) {

    public Embedders {
        requireNonNull(english, "english");
        requireNonNull(chinese, "chinese");
    }

    public TextEmbedder of(Language language) {
        return switch (language) {
            case EN -> english;
            case ZH -> chinese;
        };
    }
}
