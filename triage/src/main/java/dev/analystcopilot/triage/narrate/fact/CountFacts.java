package dev.analystcopilot.triage.narrate.fact;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.question.Grouping;
import dev.analystcopilot.triage.narrate.question.TimeWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A count of alerts, or of cases.
///
/// @param about names that they are about, as alerts spell them; none: all of them
/// @param limits what else they have to be, such as `severity:high`, in wire names
/// @param total alerts or cases
/// @param exact whether all were counted; else there are at least so many
/// @param rows the largest group first; groups of cases are dispositions
/// @param groups how many groups there are in all
/// @param first time of the first alert counted
/// @param last time of the last
/// @param examples the newest alerts
public record CountFacts(
        boolean cases,
        List<String> about,
        List<String> limits,
        Optional<TimeWindow> window,
        long total,
        boolean exact,
        Grouping grouping,
        List<Tally> rows,
        long groups,
        Optional<Instant> first,
        Optional<Instant> last,
        List<AlertFact> examples)
        implements Topic {
    public CountFacts {
        about = List.copyOf(about);
        limits = List.copyOf(limits);
        requireNonNull(window, "window");
        requireNonNull(grouping, "grouping");
        rows = List.copyOf(rows);
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        examples = List.copyOf(examples);
    }
}
