package dev.analystcopilot.eval.outage;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.eval.service.Heard;
import java.util.List;

/// What one question brought while something was broken.
///
/// @param seconds to the end of the answer
/// @param tier who found the words: `llm`, `narrator`, or `error`
/// @param provider which model, as the answer says
/// @param verdicts the computed dispositions that were shown
/// @param told whether people were told that something else took over
/// @param ended whether the stream ended as it should
record Trial(
        double seconds, String tier, String provider, String verdicts, boolean told, boolean ended, boolean words) {
    private static final double NANOS = 1e9;

    Trial {
        requireNonNull(tier, "tier");
        requireNonNull(provider, "provider");
        requireNonNull(verdicts, "verdicts");
    }

    static Trial of(long begun, List<Heard> events) {
        var last = events.getLast();
        boolean done = last.type().equals("done");
        StringBuilder verdicts = new StringBuilder();
        Heard.all(events, "disposition").forEach(verdicts::append);
        Heard.all(events, "chain").forEach(verdicts::append);
        return new Trial(
                (last.nanos() - begun) / NANOS,
                done ? last.data().path("tier").asString("") : last.type(),
                last.data().path("provider").asString(""),
                verdicts.toString(),
                Heard.all(events, "status").stream()
                        .anyMatch(status -> status.path("stage").asString("").equals("fallback")),
                done || last.type().equals("error"),
                !Heard.words(events).isBlank());
    }

    /// Whether who answered is shown.
    boolean tierShown() {
        return tier.equals("narrator") || tier.equals("error") || (tier.equals("llm") && !provider.isEmpty());
    }
}
