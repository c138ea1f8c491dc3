package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.chain.Step;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How far along an attack the clear steps of a case reach.
///
/// @param tactics ATT&CK ids
/// @param effects the steps that took effect
record Reached(Set<String> tactics, List<Step> effects) {
    /// A step counts from this clarity on: oddities alone reach nothing.
    static final double CLEAR_STEP = 0.35;

    /// Scans and attempts look the same whether approved or hostile: without an effect they settle nothing.
    private static final Set<String> ATTEMPTS = Set.of("TA0043", "TA0042", "TA0001", "TA0007");

    Reached {
        tactics = Set.copyOf(tactics);
        effects = List.copyOf(effects);
    }

    static Reached of(Chain chain) {
        List<Step> clear = chain.steps().stream()
                .filter(step -> step.clarity() >= CLEAR_STEP)
                .toList();
        var tactics = new TreeSet<String>();
        clear.forEach(step -> tactics.add(step.tactic().id()));
        return new Reached(
                tactics,
                clear.stream()
                        .filter(step -> step.outcome() == Outcome.SUCCEEDED)
                        .toList());
    }

    /// How many tactics go beyond looking and trying.
    int beyondEntry() {
        return (int) tactics.stream().filter(id -> !ATTEMPTS.contains(id)).count();
    }
}
