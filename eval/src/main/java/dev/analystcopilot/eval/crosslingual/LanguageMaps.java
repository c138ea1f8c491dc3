package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.embeddings.text.BgeVariant;
import dev.analystcopilot.embeddings.text.LinearMap;
import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.eval.crosslingual.ParallelTexts.Parallel;
import java.util.List;

/// Fits the maps between the spaces of both models, on texts embedded as questions.
final class LanguageMaps {
    static final double RIDGE = 0.1;

    private final List<Vector> english;
    private final List<Vector> chinese;
    private final double[] weights;

    LanguageMaps(List<Parallel> texts, TextEmbedder english, TextEmbedder chinese) {
        this.english = english.embed(texts.stream()
                .map(text -> BgeVariant.ENGLISH.instruction() + text.en())
                .toList());
        this.chinese = chinese.embed(texts.stream()
                .map(text -> BgeVariant.CHINESE.instruction() + text.zh())
                .toList());
        this.weights = texts.stream().mapToDouble(Parallel::weight).toArray();
    }

    LinearMap chineseToEnglish(double lambda) {
        return Ridge.fit(chinese, english, weights, lambda);
    }

    LinearMap englishToChinese(double lambda) {
        return Ridge.fit(english, chinese, weights, lambda);
    }
}
