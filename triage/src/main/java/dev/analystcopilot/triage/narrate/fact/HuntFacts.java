package dev.analystcopilot.triage.narrate.fact;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.hunt.HuntResult;
import java.util.List;

/// Alerts that meet conditions: counted, or listed.
///
/// @param counted how many there are; its examples are the newest
/// @param found the hunt as it was carried out, with its rows
/// @param listed whether they are to be shown, not only counted
/// @param unmatched words of the question that no such alert has, so that they were left out
public record HuntFacts(CountFacts counted, HuntResult found, boolean listed, List<String> unmatched) implements Topic {
    public HuntFacts {
        requireNonNull(counted, "counted");
        requireNonNull(found, "found");
        unmatched = List.copyOf(unmatched);
    }
}
