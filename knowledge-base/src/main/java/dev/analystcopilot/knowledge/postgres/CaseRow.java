package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case as lists need it, with its whole document as triage wrote it.
///
/// @param score rank: the higher, the earlier it is shown
/// @param attention why a human should look whatever the disposition says; null if nothing does
/// @param document JSON, opaque here
public record CaseRow(
        String id,
        String title,
        double score,
        Verdict disposition,
        double confidence,
        Instant firstSeen,
        Instant lastSeen,
        long alertCount,
        List<String> entityKeys,
        @Nullable String attention,
        String document) {

    public CaseRow {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a case needs an id");
        }
        requireNonNull(title, "title");
        requireNonNull(disposition, "disposition");
        requireNonNull(firstSeen, "firstSeen");
        requireNonNull(lastSeen, "lastSeen");
        requireNonNull(document, "document");
        entityKeys = List.copyOf(entityKeys);
        if (Double.isNaN(score) || Double.isNaN(confidence)) {
            throw new IllegalArgumentException("case " + id + " has a score that is no number");
        }
    }
}
