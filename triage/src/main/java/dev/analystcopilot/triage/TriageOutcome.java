package dev.analystcopilot.triage;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.technique.TechniqueHint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// What a triage run found.
///
/// @param cases by falling score
/// @param setAside bursts that need nobody
/// @param modelVersion the anomaly model that scored them
public record TriageOutcome(List<TriageCase> cases, List<Evidence> setAside, String modelVersion) {
    /// Hints below this weight are too vague to put a technique on an alert that stands in no case.
    private static final double NAMED_FROM = 0.35;

    public TriageOutcome {
        cases = List.copyOf(cases);
        setAside = List.copyOf(setAside);
    }

    private record Judged(Burst burst, AlertVerdict verdict) {}

    /// Each alert of the run once, with what became of it.
    public void forEachAlert(BiConsumer<String, AlertVerdict> consumer) {
        alerts(Map::entry).forEach(alert -> consumer.accept(alert.getKey(), alert.getValue()));
    }

    /// Each alert of the run once, made into something by its id and what became of it. Only the ids of one burst at a
    /// time are in memory.
    public <T> Stream<T> alerts(BiFunction<String, AlertVerdict, T> maker) {
        List<Judged> judged = new ArrayList<>();
        for (TriageCase triaged : cases) {
            var bodies = new BodyInCase(triaged);
            triaged.draft()
                    .evidence()
                    .forEach(e -> judged.add(new Judged(e.burst(), inCase(triaged, bodies.of(e), e))));
        }
        setAside.forEach(e -> judged.add(new Judged(e.burst(), aside(e))));
        return judged.stream()
                .flatMap(one -> one.burst().alertIds().stream().map(id -> maker.apply(id, one.verdict())));
    }

    private static AlertVerdict inCase(TriageCase triaged, Verdict verdict, Evidence e) {
        return new AlertVerdict(
                Optional.of(triaged.id()), verdict, triaged.disposition().confidence(), e.anomaly(), techniques(e, 0));
    }

    private static AlertVerdict aside(Evidence e) {
        return new AlertVerdict(Optional.empty(), Verdict.BENIGN, routine(e), e.anomaly(), techniques(e, NAMED_FROM));
    }

    /// When the first alert of the run happened; empty if there is none.
    public Optional<Instant> first() {
        return bursts().map(Burst::first).min(Comparator.naturalOrder());
    }

    /// When the last alert of the run happened; empty if there is none.
    public Optional<Instant> last() {
        return bursts().map(Burst::last).max(Comparator.naturalOrder());
    }

    private Stream<Burst> bursts() {
        return Stream.concat(cases.stream().flatMap(triaged -> triaged.draft().evidence().stream()), setAside.stream())
                .map(Evidence::burst);
    }

    /// The commoner and the less anomalous, the surer that it is everyday.
    private static double routine(Evidence e) {
        double confidence = 1 - 0.5 * Math.max(e.rarity(), e.anomaly() * e.anomaly());
        return Math.round(confidence * 1000) / 1000.0;
    }

    private static List<String> techniques(Evidence e, double leastWeight) {
        if (!e.burst().techniques().isEmpty()) {
            return e.burst().techniques();
        }
        return e.hint()
                .filter(hint -> hint.weight() >= leastWeight)
                .map(TechniqueHint::technique)
                .map(List::of)
                .orElse(List.of());
    }
}
