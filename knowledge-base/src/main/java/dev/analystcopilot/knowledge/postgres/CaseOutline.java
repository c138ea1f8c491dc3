package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Verdict;
import java.time.Instant;
import java.util.List;

/// A case without its document: enough to find it by, cheap to read.
///
/// @param disposition what holds: a person's verdict on the whole case, else what was computed
public record CaseOutline(
        String id,
        String title,
        double score,
        Verdict disposition,
        Instant firstSeen,
        Instant lastSeen,
        long alertCount,
        List<String> entityKeys) {
    public CaseOutline {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        requireNonNull(disposition, "disposition");
        requireNonNull(firstSeen, "firstSeen");
        requireNonNull(lastSeen, "lastSeen");
        entityKeys = List.copyOf(entityKeys);
    }
}
