package dev.analystcopilot.triage;

import dev.analystcopilot.triage.correlate.Evidence;
import java.util.List;

/// What a triage run found.
///
/// @param cases by falling score
/// @param setAside bursts that need nobody
/// @param modelVersion the anomaly model that scored them
public record TriageOutcome(List<TriageCase> cases, List<Evidence> setAside, String modelVersion) {
    public TriageOutcome {
        cases = List.copyOf(cases);
        setAside = List.copyOf(setAside);
    }
}
