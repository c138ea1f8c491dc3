package dev.analystcopilot.triage.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One reason to take a case for a scenario.
///
/// @param weight 0–1, how much it says by itself
/// @param traits what a moment of the case must show
/// @param before what must have come earlier
/// @param least how many alerts, hosts … what fits must hold together
/// @param most and how many at most
/// @param exploited only where a host of the moment runs software, or an alert names a weakness, that is known to be
///     exploited
/// @param runbook the one that fits better than the scenario's own if this is its best clue
record Clue(
        double weight,
        Traits traits,
        Optional<Earlier> before,
        Map<Measure, Integer> least,
        Map<Measure, Integer> most,
        boolean exploited,
        Optional<String> runbook) {
    Clue {
        least = Map.copyOf(least);
        most = Map.copyOf(most);
    }

    /// What speaks for it in a case.
    ///
    /// @param moments those that fit, never empty
    record Found(double strength, List<Moment> moments) {}

    Optional<Found> in(List<Moment> all, Exposures exposures) {
        var fitting = new ArrayList<Moment>();
        var shown = new ArrayList<Moment>();
        double certainty = 0;
        for (Moment moment : all) {
            if (!traits.fit(moment) || (exploited && !exposures.concern(moment))) {
                continue;
            }
            Optional<Moment> earlier = before.flatMap(
                    b -> all.stream().filter(m -> b.fits(m, moment)).findFirst());
            if (before.isPresent() && earlier.isEmpty()) {
                continue;
            }
            fitting.add(moment);
            earlier.ifPresent(shown::add);
            certainty = Math.max(certainty, traits.certainty(moment));
        }
        shown.addAll(fitting);
        return fitting.isEmpty() || !sized(fitting)
                ? Optional.empty()
                : Optional.of(
                        new Found(weight * certainty, shown.stream().distinct().toList()));
    }

    private boolean sized(List<Moment> moments) {
        return least.entrySet().stream().allMatch(e -> Moment.count(e.getKey(), moments) >= e.getValue())
                && most.entrySet().stream().allMatch(e -> Moment.count(e.getKey(), moments) <= e.getValue());
    }
}
