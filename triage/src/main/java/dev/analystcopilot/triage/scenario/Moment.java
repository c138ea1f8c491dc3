package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.chain.Step;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a scenario's clues look at: a step of the chain, or the evidence of one fingerprint that makes no step.
///
/// @param step its number; 0 where it is none
/// @param certainty 0–1, how clearly its technique is named
/// @param words title and rule of each fingerprint
/// @param entities how many alerts name each
/// @param hosts what it happened on
record Moment(
        int step,
        Set<String> techniques,
        Optional<String> tactic,
        Outcome outcome,
        Severity severity,
        double certainty,
        Set<String> hints,
        Set<String> signs,
        Set<String> words,
        Map<Entity, Integer> entities,
        Set<Entity> hosts,
        int alerts,
        Instant first,
        Instant last) {
    /// Clarity from which on a technique counts in full.
    private static final double CLEAR = 0.5;

    /// The steps in their order, then the rest of the case in order of time.
    static List<Moment> of(CaseDraft draft, Chain chain) {
        Set<Evidence> told = Collections.newSetFromMap(new IdentityHashMap<>());
        var moments = new ArrayList<Moment>();
        for (Step step : chain.steps()) {
            told.addAll(step.evidence());
            moments.add(of(
                    step.number(),
                    Set.of(step.technique().id()),
                    Optional.of(step.tactic().id()),
                    step.outcome(),
                    step.clarity(),
                    step.evidence()));
        }
        Map<String, List<Evidence>> rest = new LinkedHashMap<>();
        draft.evidence().stream()
                .filter(e -> !told.contains(e))
                .forEach(e -> rest.computeIfAbsent(e.burst().fingerprint(), key -> new ArrayList<>())
                        .add(e));
        rest.values().forEach(alike -> moments.add(of(alike)));
        return moments;
    }

    private static Moment of(List<Evidence> alike) {
        Outcome outcome = alike.stream().anyMatch(e -> e.burst().outcome() == Outcome.SUCCEEDED)
                ? Outcome.SUCCEEDED
                : alike.getFirst().burst().outcome();
        double clarity = alike.stream().mapToDouble(Evidence::clarity).max().orElse(0);
        return of(0, Set.of(), Optional.empty(), outcome, clarity, alike);
    }

    private static Moment of(
            int number,
            Set<String> technique,
            Optional<String> tactic,
            Outcome outcome,
            double clarity,
            List<Evidence> evidence) {
        Set<String> techniques = new LinkedHashSet<>(technique);
        Set<String> hints = new LinkedHashSet<>();
        Set<String> signs = new LinkedHashSet<>();
        Set<String> words = new LinkedHashSet<>();
        Set<Entity> hosts = new LinkedHashSet<>();
        Map<Entity, Integer> entities = new HashMap<>();
        Severity severity = Severity.UNKNOWN;
        for (Evidence e : evidence) {
            techniques.addAll(e.burst().techniques());
            e.hint().ifPresent(hint -> hints.add(hint.scenario()));
            signs.addAll(e.burst().signs());
            words.add(e.burst().sample().title() + " | " + e.burst().sample().rule());
            e.burst().entities().forEach((entity, n) -> entities.merge(entity, n, Integer::sum));
            hosts.add(e.burst().anchor());
            severity = e.burst().severity().compareTo(severity) > 0 ? e.burst().severity() : severity;
        }
        return new Moment(
                number,
                techniques,
                tactic,
                outcome,
                severity,
                Math.min(1, clarity / CLEAR),
                hints,
                signs,
                words,
                entities,
                hosts,
                evidence.stream().mapToInt(e -> e.burst().size()).sum(),
                evidence.stream()
                        .map(e -> e.burst().first())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                evidence.stream()
                        .map(e -> e.burst().last())
                        .max(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /// How much of something several moments hold together.
    static int count(Measure measure, Collection<Moment> moments) {
        return switch (measure) {
            case ALERTS -> moments.stream().mapToInt(Moment::alerts).sum();
            case STEPS -> (int) moments.stream().filter(m -> m.step() > 0).count();
            case HOSTS -> distinct(moments, Set.of("host"));
            case ACCOUNTS -> distinct(moments, Set.of("user", "mailbox"));
            case ADDRESSES -> distinct(moments, Set.of("ip"));
            case DOMAINS -> distinct(moments, Set.of("domain"));
            case FILES -> distinct(moments, Set.of("file"));
        };
    }

    private static int distinct(Collection<Moment> moments, Set<String> types) {
        return moments.stream()
                .flatMap(m -> m.entities().keySet().stream())
                .filter(entity -> types.contains(entity.type()))
                .collect(Collectors.toSet())
                .size();
    }
}
