package dev.analystcopilot.embeddings.text;

/// Says how long a text is for a model. Safe for use by several threads.
@FunctionalInterface
public interface TokenCounter {

    /// How many tokens the text has by itself, without the marks that a model puts around it. No more is counted than a
    /// model's window holds.
    int count(String text);

    /// As bge-small-en-v1.5 counts. Reads the tokenizer, not the model, at the first use, and keeps it.
    static TokenCounter english() {
        return text -> Tokenizers.English.PIECES.count(text);
    }

    /// As bge-small-zh-v1.5 counts.
    static TokenCounter chinese() {
        return text -> Tokenizers.Chinese.PIECES.count(text);
    }
}
