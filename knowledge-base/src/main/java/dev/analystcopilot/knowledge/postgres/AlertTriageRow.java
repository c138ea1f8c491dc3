package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Verdict;
import org.jspecify.annotations.Nullable;

/// What triage made of one alert.
///
/// @param caseId null only for alerts that need nobody
/// @param anomaly 0 to 1
public record AlertTriageRow(
        String alertId, @Nullable String caseId, double anomaly, Verdict verdict, double confidence) {

    public AlertTriageRow {
        requireNonNull(alertId, "alertId");
        requireNonNull(verdict, "verdict");
        if (Double.isNaN(anomaly) || Double.isNaN(confidence)) {
            throw new IllegalArgumentException("alert " + alertId + " has a score that is no number");
        }
        if (caseId == null && !verdict.setAside()) {
            throw new IllegalArgumentException("alert " + alertId + " is " + verdict.wireName() + " and in no case");
        }
    }
}
