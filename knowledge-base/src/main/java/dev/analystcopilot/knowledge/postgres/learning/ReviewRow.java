package dev.analystcopilot.knowledge.postgres.learning;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.Locale;

/// What a person's verdict means for a case of the latest triage.
///
/// @param reasons why it is shown again, as JSON that is opaque here
public record ReviewRow(String caseId, String verdictId, State state, Verdict verdict, String reasons) {
    public ReviewRow {
        requireNonNull(caseId, "caseId");
        requireNonNull(verdictId, "verdictId");
        requireNonNull(state, "state");
        requireNonNull(verdict, "verdict");
        requireNonNull(reasons, "reasons");
    }

    /// Whether the verdict holds.
    public enum State {
        /// For the whole case: lists go by it instead of by what was computed.
        HOLDS,
        /// The case goes beyond what was judged: lists go by what was computed.
        REOPENED;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
