package dev.analystcopilot.api.chat;

import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.PassageFact;

/// Passages in the form that narrators take.
public final class PassageFacts {
    /// Measured on 208 questions to the shipped staff documents: 19 of 20 right passages lie above, and 8 (English) or
    /// 8
    /// (Chinese) of 10 questions about something else below.
    private static final double LEAST_COSINE_EN = 0.63;

    private static final double LEAST_COSINE_ZH = 0.476;

    private PassageFacts() {}

    public static PassageFact of(PassageHit hit) {
        return new PassageFact(
                hit.passageId(),
                hit.ref(),
                hit.kind(),
                hit.title(),
                hit.heading(),
                hit.text(),
                hit.language(),
                hit.why()
                        .cosine()
                        .filter(cosine -> cosine >= leastCosine(hit.language()))
                        .isPresent());
    }

    /// Read by its name: it is not known how well it fits.
    public static PassageFact of(Passage passage) {
        return new PassageFact(
                passage.id(),
                passage.ref(),
                passage.kind(),
                passage.title(),
                passage.heading(),
                passage.text(),
                passage.language(),
                false);
    }

    private static double leastCosine(Language language) {
        return switch (language) {
            case EN -> LEAST_COSINE_EN;
            case ZH -> LEAST_COSINE_ZH;
        };
    }

    public static String label(PassageFact passage) {
        return passage.heading().isBlank() ? passage.title() : passage.title() + " – " + passage.heading();
    }
}
