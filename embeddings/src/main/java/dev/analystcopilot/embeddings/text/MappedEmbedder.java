package dev.analystcopilot.embeddings.text;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Embeds with one model and carries the vectors over to the space of another, so that a Chinese question compares
/// with English passages. For questions: passages are better embedded by the model of their language.
public final class MappedEmbedder implements TextEmbedder {
    private static final String CHINESE_TO_ENGLISH = "/embeddings/bge-zh-to-en.map";
    private static final String ENGLISH_TO_CHINESE = "/embeddings/bge-en-to-zh.map";

    private final TextEmbedder source;
    private final LinearMap map;
    private final String model;

    /// @param source stays the caller's to close
    /// @param model whose vectors those of this one compare with
    public MappedEmbedder(TextEmbedder source, LinearMap map, String model) {
        this.source = source;
        this.map = map;
        this.model = requireNonNull(model, "model");
    }

    /// Chinese texts as vectors of bge-small-en-v1.5.
    public static MappedEmbedder chineseToEnglish(TextEmbedder chinese) {
        return new MappedEmbedder(chinese, LinearMap.load(CHINESE_TO_ENGLISH), BgeVariant.ENGLISH.model());
    }

    /// English texts as vectors of bge-small-zh-v1.5.
    public static MappedEmbedder englishToChinese(TextEmbedder english) {
        return new MappedEmbedder(english, LinearMap.load(ENGLISH_TO_CHINESE), BgeVariant.CHINESE.model());
    }

    /// The model whose vectors these compare with.
    @Override
    public String model() {
        return model;
    }

    @Override
    public int dimension() {
        return map.dimensionOut();
    }

    @Override
    public List<Vector> embed(List<String> texts) {
        return source.embed(texts).stream().map(map::apply).toList();
    }

    @Override
    public Vector embedQuery(String question) {
        return map.apply(source.embedQuery(question));
    }

    /// Nothing to free: the source is its owner's.
    @Override
    public void close() {}
}
