package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.Optional;

/// An alert as lists show it, with what triage made of it; before the first triage that is empty.
public record AlertHit(StoredAlert alert, Optional<Triage> triage) {

    public AlertHit {
        requireNonNull(alert, "alert");
        requireNonNull(triage, "triage");
    }

    /// Where a list goes on after this alert: see [AlertQuery#cursor].
    public String cursor() {
        return new TimeCursor(alert.time(), alert.id()).text();
    }

    /// @param caseId the case it belongs to; empty only for alerts that need nobody
    public record Triage(Optional<String> caseId, double anomaly, Verdict verdict, double confidence) {

        public Triage {
            requireNonNull(caseId, "caseId");
            requireNonNull(verdict, "verdict");
        }
    }
}
