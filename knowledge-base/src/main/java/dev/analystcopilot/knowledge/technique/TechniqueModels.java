package dev.analystcopilot.knowledge.technique;

import dev.analystcopilot.embeddings.score.LinearScorer;
import dev.analystcopilot.embeddings.text.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// The two classifiers that ship with the product. They know ATT&CK 18.1 by heart and need no import. Thread-safe.
final class TechniqueModels implements AutoCloseable {
    private static final String FOLDER = "/knowledge/technique/";
    private static final String MEANING = "technique-meaning.onnx";
    private static final String WORDS = "technique-words.onnx";

    private final LinearScorer meaning;
    private final LinearScorer words;
    private final TechniqueWords rows;

    private TechniqueModels(LinearScorer meaning, LinearScorer words) {
        this.meaning = meaning;
        this.words = words;
        this.rows = TechniqueWords.of(words.notes());
        if (!meaning.labels().equals(words.labels())) {
            throw new IllegalStateException(MEANING + " and " + WORDS + " know different techniques");
        }
    }

    static TechniqueModels load() {
        return new TechniqueModels(open(MEANING), open(WORDS));
    }

    /// The techniques' ids, in the order of the scores.
    List<String> techniques() {
        return meaning.labels();
    }

    /// The embedder whose vectors [#byMeaning] takes.
    String embedder() {
        return meaning.notes().getOrDefault("embedder", "");
    }

    float[] byMeaning(Vector vector) {
        return meaning.score(new float[][] {TechniqueWords.stretched(vector)})[0];
    }

    float[] byWords(Map<String, Integer> counts) {
        return words.score(new float[][] {rows.row(counts)})[0];
    }

    private static LinearScorer open(String name) {
        try (InputStream in = TechniqueModels.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + name + " is missing from the class path");
            }
            return LinearScorer.open(in.readAllBytes(), name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    @Override
    public void close() {
        meaning.close();
        words.close();
    }
}
