package dev.analystcopilot.api.view;

import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.knowledge.search.Why;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A passage, found or fetched.
///
/// @param language `en` or `zh`
/// @param score null where nothing was searched, like relevance (how probably it fits, 0 to 1) and why
record PassageView(
        String passageId,
        String documentId,
        String ref,
        String kind,
        String title,
        String heading,
        String text,
        String language,
        List<String> techniques,
        @Nullable Double score,
        @Nullable Double relevance,
        @Nullable Why why) {

    static PassageView of(PassageHit hit) {
        return new PassageView(
                hit.passageId(),
                hit.documentId(),
                hit.ref(),
                hit.kind(),
                hit.title(),
                hit.heading(),
                hit.text(),
                hit.language().code(),
                hit.techniques(),
                hit.score(),
                hit.relevance(),
                hit.why());
    }

    static PassageView of(Passage passage) {
        return new PassageView(
                passage.id(),
                passage.documentId(),
                passage.ref(),
                passage.kind(),
                passage.title(),
                passage.heading(),
                passage.text(),
                passage.language().code(),
                passage.techniques(),
                null,
                null,
                null);
    }
}
