package dev.analystcopilot.api.feedback;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import java.time.Instant;
import java.util.List;

/// Cases for tests.
final class Rows {
    private Rows() {}

    static CaseRow benign(String id) {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        return new CaseRow(id, "quiet", 0.1, Verdict.BENIGN, 0.9, noon, noon, 1, List.of(), null, "{}");
    }
}
