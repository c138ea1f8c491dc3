package dev.analystcopilot.triage.order;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import java.util.List;

/// How alike actions are in meaning, by the embedding model of their language.
final class Meaning {
    /// Texts about attacks are all somewhat alike; only what lies above counts.
    private static final double ALIKE = 0.6;

    private final Embedders embedders;
    private final LanguageDetector languages = new LanguageDetector();

    Meaning(Embedders embedders) {
        this.embedders = embedders;
    }

    /// The model compares texts of one language only, so one serves all actions of an attack.
    List<Vector> of(List<Action> actions) {
        List<String> texts = actions.stream()
                .map(action -> action.name() + ". " + action.description())
                .toList();
        return embedders.of(languages.detect(String.join(" ", texts))).embed(texts);
    }

    /// 0 to 1.
    static double alike(Vector a, Vector b) {
        return Math.max(0, a.cosine(b) - ALIKE) / (1 - ALIKE);
    }
}
