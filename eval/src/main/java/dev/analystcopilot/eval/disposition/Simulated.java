package dev.analystcopilot.eval.disposition;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.context.ContextSource;
import dev.analystcopilot.triage.context.KnownFact;
import dev.analystcopilot.triage.context.NeighbourVerdict;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Knowledge of an organisation as it could have been: the networks come with none.
final class Simulated {
    private Simulated() {}

    /// One fact about every entity of every case.
    static ContextSource fact(Fact.Kind kind, Instant from, Instant until) {
        return drafts -> drafts.stream()
                .map(draft -> {
                    Set<Entity> entities = draft.evidence().stream()
                            .flatMap(e -> e.burst().entities().keySet().stream())
                            .collect(Collectors.toSet());
                    var fact = new Fact("f", kind, List.copyOf(entities), from, until, "simulated", "nobody");
                    return new CaseContext(
                            List.of(), List.of(new KnownFact(fact, entities)), List.of(), List.of(), List.of());
                })
                .toList();
    }

    /// Somebody judged every case rightly once it was over: each case knows the verdicts on those before it.
    static ContextSource judgedBefore(Predicate<CaseDraft> attack) {
        return drafts -> drafts.stream()
                .map(draft ->
                        new CaseContext(neighbours(draft, drafts, attack), List.of(), List.of(), List.of(), List.of()))
                .toList();
    }

    private static List<NeighbourVerdict> neighbours(
            CaseDraft draft, List<CaseDraft> all, Predicate<CaseDraft> attack) {
        Set<String> own =
                draft.evidence().stream().map(e -> e.burst().fingerprint()).collect(Collectors.toSet());
        var neighbours = new ArrayList<NeighbourVerdict>();
        for (CaseDraft past : all) {
            if (past.last().isBefore(draft.first())) {
                Verdict verdict = attack.test(past) ? Verdict.TRUE_POSITIVE : Verdict.FALSE_POSITIVE;
                kinds(past).forEach((print, evidence) -> {
                    if (own.contains(print)) {
                        neighbours.add(neighbour(past, print, evidence, verdict));
                    }
                });
            }
        }
        return neighbours;
    }

    private static Map<String, List<Evidence>> kinds(CaseDraft draft) {
        Map<String, List<Evidence>> kinds = new HashMap<>();
        draft.evidence()
                .forEach(e -> kinds.computeIfAbsent(e.burst().fingerprint(), key -> new ArrayList<>())
                        .add(e));
        return kinds;
    }

    private static NeighbourVerdict neighbour(CaseDraft past, String print, List<Evidence> evidence, Verdict verdict) {
        var keys = new HashSet<String>();
        evidence.forEach(e -> e.burst().entities().keySet().forEach(entity -> keys.add(entity.key())));
        Severity worst = evidence.stream()
                .map(e -> e.burst().severity())
                .max(Severity::compareTo)
                .orElse(Severity.UNKNOWN);
        return new NeighbourVerdict(
                past.evidence().getFirst().burst().alertIds().getFirst(),
                Subject.CASE,
                verdict,
                print,
                print,
                1,
                Optional.empty(),
                worst,
                keys,
                past.last(),
                "simulated",
                "");
    }
}
