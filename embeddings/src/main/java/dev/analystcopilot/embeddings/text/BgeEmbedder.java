package dev.analystcopilot.embeddings.text;

import java.util.List;

/// BAAI's bge-small in fp32 on ONNX Runtime.
public final class BgeEmbedder implements TextEmbedder {
    private final String model;
    private final int dimension;

    private BgeEmbedder(String model, int dimension) {
        this.model = model;
        this.dimension = dimension;
    }

    /// bge-small-en-v1.5, 384 dimensions. The model is loaded at the first use.
    public static BgeEmbedder english() {
        return new BgeEmbedder("bge-small-en-v1.5", 384);
    }

    /// bge-small-zh-v1.5, 512 dimensions. The model is loaded at the first use.
    public static BgeEmbedder chinese() {
        return new BgeEmbedder("bge-small-zh-v1.5", 512);
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public List<Vector> embed(List<String> texts) {
        throw new UnsupportedOperationException("to come");
    }

    @Override
    public Vector embedQuery(String question) {
        throw new UnsupportedOperationException("to come");
    }

    @Override
    public void close() {}
}
