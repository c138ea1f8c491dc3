package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.correlate.Evidence;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One step of an attack: what was done, and the bursts that show it.
///
/// @param number its place in the chain, from 1
/// @param outcome whether it took effect, as far as all evidence of the case tells
/// @param basis on what the outcome rests; empty where the outcome is unknown
/// @param proof ids of the alerts that it rests on
/// @param evidence in order of time
public record Step(
        int number,
        Tactic tactic,
        Technique technique,
        Outcome outcome,
        Bilingual basis,
        List<String> proof,
        List<Evidence> evidence) {
    public Step {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a step rests on at least one burst");
        }
        proof = List.copyOf(proof);
        evidence = List.copyOf(evidence);
    }

    /// A step of which nothing is told about its outcome's basis.
    public Step(int number, Tactic tactic, Technique technique, Outcome outcome, List<Evidence> evidence) {
        this(number, tactic, technique, outcome, Bilingual.same(""), List.of(), evidence);
    }

    public Instant first() {
        return evidence.getFirst().burst().first();
    }

    public Instant last() {
        return evidence.stream()
                .map(e -> e.burst().last())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public int alertCount() {
        return evidence.stream().mapToInt(e -> e.burst().size()).sum();
    }

    public List<String> alertIds() {
        return evidence.stream()
                .map(e -> e.burst().alertIds())
                .flatMap(Collection::stream)
                .toList();
    }

    /// The strongest weight of its bursts, 0–1.
    public double weight() {
        return evidence.stream().mapToDouble(Evidence::weight).max().orElse(0);
    }

    /// How clearly the sources or the words say that this was done, 0–1, however unusual it is here.
    public double clarity() {
        return evidence.stream().mapToDouble(Evidence::clarity).max().orElse(0);
    }

    /// What its alerts name, the most frequent first.
    public List<Entity> entities() {
        Map<Entity, Integer> counts = new HashMap<>();
        evidence.forEach(e -> e.burst().entities().forEach((entity, n) -> counts.merge(entity, n, Integer::sum)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Entity, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().key()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
