package dev.analystcopilot.triage;

import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.List;
import java.util.Optional;

/// What triage made of one alert: what it made of its burst and case.
///
/// @param caseId empty only for alerts that need nobody
/// @param anomaly 0–1
/// @param techniques ATT&CK ids, as the source or the alert's words name them
public record AlertVerdict(
        Optional<String> caseId, Verdict disposition, double confidence, float anomaly, List<String> techniques) {
    public AlertVerdict {
        techniques = List.copyOf(techniques);
    }
}
