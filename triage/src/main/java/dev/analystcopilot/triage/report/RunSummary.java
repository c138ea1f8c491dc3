package dev.analystcopilot.triage.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `summary.json` of a batch run.
///
/// @param attention how many alerts a human should look at whatever their disposition says, by reason
/// @param seconds wall time by stage
/// @param alertsPerSecond accepted alerts over the time of all stages
/// @param peakMemoryMb the process's largest resident set; 0 where the system does not tell
/// @param problems what was wrong with whole files, in words for people
/// @param verdictHash one hash for all verdicts of the input
public record RunSummary(
        IntakeCounts counts,
        long cases,
        @JsonProperty("alerts_set_aside") long setAside,
        @JsonProperty("by_disposition") Map<String, Long> byDisposition,
        Map<String, Long> attention,
        @JsonProperty("first_seen") @Nullable String firstSeen,
        @JsonProperty("last_seen") @Nullable String lastSeen,
        Map<String, Double> seconds,
        @JsonProperty("alerts_per_second") long alertsPerSecond,
        @JsonProperty("peak_memory_mb") long peakMemoryMb,
        @JsonProperty("anomaly_model") String anomalyModel,
        @JsonProperty("code_version") String codeVersion,
        List<String> problems,
        @JsonProperty("verdict_hash") String verdictHash) {
    public RunSummary {
        problems = List.copyOf(problems);
    }
}
