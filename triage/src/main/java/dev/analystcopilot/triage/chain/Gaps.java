package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.phrase.Phrases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names what the evidence of a chain does not show, though an attack that came so far must have done it.
final class Gaps {
    private static final Duration SILENCE = Duration.ofHours(6);
    private static final int NAMED_SILENCES = 2;
    private static final int NAMED_PATHS = 3;

    private static final Set<String> ENTRY = Set.of("TA0043", "TA0042", "TA0001");
    /// Ways to use an account of somebody, which must have been taken first.
    private static final Set<String> USES_CREDENTIALS = Set.of("T1078", "T1021", "T1550");
    /// Ways to come by one.
    private static final Set<String> GIVES_CREDENTIALS = Set.of("T1566", "T1598", "T1110", "T1133");
    private static final Set<LinkKind> PATHS = Set.of(
            LinkKind.SAME_PROCESS,
            LinkKind.PARENT_PROCESS,
            LinkKind.SAME_ACCOUNT,
            LinkKind.SAME_ADDRESS,
            LinkKind.SAME_FILE);

    private final List<Step> steps;
    private final Set<String> tactics = new HashSet<>();
    private final Phrases phrases;
    private final List<Bilingual> gaps = new ArrayList<>();

    private Gaps(List<Step> steps, Phrases phrases) {
        this.steps = steps;
        this.phrases = phrases;
        steps.forEach(step -> tactics.add(step.tactic().id()));
    }

    static List<Bilingual> of(List<Step> steps, List<Link> links, Phrases phrases) {
        if (steps.isEmpty()) {
            return List.of();
        }
        var gaps = new Gaps(steps, phrases);
        gaps.entry();
        gaps.credentials();
        gaps.paths(links);
        gaps.objective();
        gaps.effect();
        gaps.silences();
        return List.copyOf(gaps.gaps);
    }

    private boolean beyondEntry() {
        return !ENTRY.containsAll(tactics);
    }

    private void entry() {
        if (beyondEntry() && !tactics.contains("TA0001")) {
            gaps.add(phrases.of(tactics.contains("TA0043") ? "gap.entry-after-scan" : "gap.initial-access"));
        }
    }

    private void credentials() {
        boolean used = tactics.contains("TA0004") || steps.stream().anyMatch(step -> is(step, USES_CREDENTIALS));
        boolean taken = tactics.contains("TA0006") || steps.stream().anyMatch(step -> is(step, GIVES_CREDENTIALS));
        if (used && !taken) {
            gaps.add(phrases.of("gap.credentials"));
        }
    }

    /// A host that steps happened on, though none of them is tied to another host by more than time.
    private void paths(List<Link> links) {
        Map<Entity, Integer> first = new HashMap<>();
        for (Step step : steps) {
            if (!ENTRY.contains(step.tactic().id())) {
                step.evidence().forEach(e -> first.putIfAbsent(e.burst().anchor(), step.number()));
            }
        }
        if (first.size() < 2 || tactics.contains("TA0008")) {
            return;
        }
        first.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof Entity.Host)
                .sorted(Map.Entry.<Entity, Integer>comparingByValue()
                        .thenComparing(entry -> entry.getKey().key()))
                .skip(1)
                .filter(entry ->
                        links.stream().noneMatch(link -> link.to() == entry.getValue() && PATHS.contains(link.kind())))
                .limit(NAMED_PATHS)
                .forEach(entry -> gaps.add(phrases.of("gap.path", entry.getKey().value(), entry.getValue())));
    }

    private void objective() {
        if (beyondEntry() && !tactics.contains("TA0010") && !tactics.contains("TA0040")) {
            gaps.add(phrases.of("gap.objective"));
        }
    }

    private void effect() {
        if (steps.stream().noneMatch(step -> step.outcome() == Outcome.SUCCEEDED)) {
            gaps.add(phrases.of("gap.effect"));
        }
    }

    /// The longest times without a step, in their order.
    private void silences() {
        record Silence(Step before, Step after, Duration length) {}
        var silences = new ArrayList<Silence>();
        Step latest = steps.getFirst();
        for (Step step : steps) {
            Duration length = Duration.between(latest.last(), step.first());
            if (length.compareTo(SILENCE) >= 0) {
                silences.add(new Silence(latest, step, length));
            }
            latest = step.last().isAfter(latest.last()) ? step : latest;
        }
        silences.stream()
                .sorted(Comparator.comparing(Silence::length)
                        .reversed()
                        .thenComparingInt(s -> s.before().number()))
                .limit(NAMED_SILENCES)
                .sorted(Comparator.comparingInt(s -> s.before().number()))
                .forEach(s -> gaps.add(phrases.of(
                        "gap.silence",
                        s.before().number(),
                        s.after().number(),
                        s.length().toHours())));
    }

    private static boolean is(Step step, Set<String> techniques) {
        return techniques.contains(step.technique().id().split("\\.", 2)[0]);
    }
}
