package dev.analystcopilot.knowledge.text.glossary;

import dev.analystcopilot.embeddings.text.MappedEmbedder;
import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;

/// The vector with which a question of one language searches texts of the other by meaning: that of the rough
/// translation, mixed with the question's own vector carried over by a learnt map. The first knows the terms, the
/// second
/// the sentence; the fewer words the glossary knew, the more the second counts. Thread-safe.
public final class CrossVectors {
    /// What the carried vector weighs beside a complete translation. Chosen on the pairs of the suite `crosslingual`.
    private static final double LEAST = 0.3;

    private final Embedders embedders;
    private final MappedEmbedder toEnglish;
    private final MappedEmbedder toChinese;

    /// Reads both maps, 400 kB each; no model is loaded.
    public CrossVectors(Embedders embedders) {
        this.embedders = embedders;
        this.toEnglish = MappedEmbedder.chineseToEnglish(embedders.chinese());
        this.toChinese = MappedEmbedder.englishToChinese(embedders.english());
    }

    /// @param question as it was asked
    /// @param query what [CrossLingual] made of it
    /// @return a vector of the model of `query.to()`
    public Vector of(String question, CrossQuery query) {
        TextEmbedder target = embedders.of(query.to());
        if (query.from() == query.to()) {
            return target.embedQuery(question);
        }
        Vector carried = carried(question, query.to());
        return query.translatedText().isBlank()
                ? carried
                : mixed(target.embedQuery(query.translatedText()), carried, weight(query.coverage()));
    }

    /// By the map alone.
    public Vector carried(String question, Language to) {
        return switch (to) {
            case EN -> toEnglish.embedQuery(question);
            case ZH -> toChinese.embedQuery(question);
        };
    }

    /// `LEAST` if everything was translated, more for each word that was not.
    private static double weight(double coverage) {
        return LEAST + (1 - coverage);
    }

    private static Vector mixed(Vector translated, Vector carried, double weight) {
        float[] sum = translated.toArray();
        float[] other = carried.toArray();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (weight * other[i]);
        }
        return Vector.of(sum);
    }
}
