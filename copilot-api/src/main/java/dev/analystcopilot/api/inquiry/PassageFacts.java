package dev.analystcopilot.api.inquiry;

import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.triage.narrate.PassageFact;

/// Passages in the form that narrators take.
public final class PassageFacts {
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
                hit.fits());
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

    public static String label(PassageFact passage) {
        return passage.heading().isBlank() ? passage.title() : passage.title() + " – " + passage.heading();
    }
}
