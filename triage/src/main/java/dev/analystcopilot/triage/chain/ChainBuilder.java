package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.phrase.Phrases;
import dev.analystcopilot.triage.technique.TechniqueHint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Orders a case's evidence into steps. Bursts of one technique that follow each other belong to one step, also when
/// other techniques run beside them. Evidence without a technique supports the case, but makes no step.
public final class ChainBuilder {
    private static final Duration STEP_GAP = Duration.ofMinutes(30);

    private static final double CLEAR = 0.5;
    private static final double VAGUE = 0.25;

    private static final String WEB_ATTACK = "T1190";
    private static final String WEB_SHELL = "T1505.003";
    private static final String COMMAND = "T1059";
    private static final String EXECUTION = "TA0002";
    private static final String VULNERABILITY_SCAN = "T1595.002";
    private static final String RECONNAISSANCE = "TA0043";

    private final TechniqueCatalog catalog;
    private final Phrases phrases;

    public ChainBuilder(TechniqueCatalog catalog, Phrases phrases) {
        this.catalog = catalog;
        this.phrases = phrases;
    }

    private record Meaning(Technique technique, Tactic tactic, Outcome outcome) {
        String key() {
            return technique.id() + " " + tactic.id();
        }
    }

    public Chain chain(CaseDraft draft) {
        var drafts = new ArrayList<StepDraft>();
        Map<String, StepDraft> open = new HashMap<>();
        Set<String> tacticsSoFar = new HashSet<>();
        Floods floods = Floods.of(draft.evidence());
        for (Evidence e : draft.evidence()) {
            Optional<Meaning> meaning = meaning(e, tacticsSoFar)
                    .map(m -> floods.cover(e) ? withinScan(e, m) : m)
                    .map(m -> throughShell(e, m, open));
            if (meaning.isEmpty()) {
                continue;
            }
            Meaning m = meaning.orElseThrow();
            tacticsSoFar.add(m.tactic().id());
            StepDraft step = open.get(m.key());
            if (step == null || e.burst().first().isAfter(step.last().plus(STEP_GAP))) {
                step = new StepDraft(m.tactic(), m.technique(), e);
                drafts.add(step);
                open.put(m.key(), step);
            }
            step.add(e, m.outcome());
        }
        List<Step> steps = numbered(told(drafts), draft);
        List<Link> links = Links.of(steps, phrases);
        return new Chain(steps, links, Gaps.of(steps, links, phrases));
    }

    /// Beside steps that are clear, mere oddities make no step; they stay evidence of the case.
    private static List<StepDraft> told(List<StepDraft> drafts) {
        boolean clear = drafts.stream().anyMatch(d -> d.clarity() >= CLEAR);
        return clear ? drafts.stream().filter(d -> d.clarity() >= VAGUE).toList() : drafts;
    }

    /// What the source says counts before what the words suggest.
    private Optional<Meaning> meaning(Evidence e, Set<String> tacticsSoFar) {
        Optional<Technique> named = e.burst().techniques().stream()
                .map(catalog::technique)
                .flatMap(Optional::stream)
                .findFirst();
        Optional<TechniqueHint> hint =
                e.hint().filter(h -> h.after().isEmpty() || h.after().stream().anyMatch(tacticsSoFar::contains));
        Outcome told = e.burst().outcome() != Outcome.UNKNOWN
                ? e.burst().outcome()
                : hint.map(TechniqueHint::outcome).orElse(Outcome.UNKNOWN);
        if (named.isPresent()) {
            Technique technique = named.orElseThrow();
            Tactic tactic = hint.filter(h -> sameFamily(h.technique(), technique.id()))
                    .flatMap(TechniqueHint::tactic)
                    .flatMap(catalog::tactic)
                    .filter(technique.tactics()::contains)
                    .orElseGet(() -> tactic(technique, tacticsSoFar));
            return Optional.of(new Meaning(technique, tactic, told));
        }
        return hint.flatMap(h -> catalog.technique(h.technique()).map(technique -> {
            Tactic tactic = h.tactic().flatMap(catalog::tactic).orElseGet(() -> tactic(technique, tacticsSoFar));
            return new Meaning(technique, tactic, told);
        }));
    }

    /// What only words call an attack on a web application is one more request of the scan that runs there.
    private Meaning withinScan(Evidence e, Meaning meaning) {
        boolean byWords = e.burst().techniques().isEmpty() && e.burst().outcome() != Outcome.SUCCEEDED;
        return byWords && meaning.technique().id().equals(WEB_ATTACK)
                ? named(VULNERABILITY_SCAN, RECONNAISSANCE, meaning)
                : meaning;
    }

    /// A web shell is installed once; odd requests to the same machine after a pause are commands through it.
    private Meaning throughShell(Evidence e, Meaning meaning, Map<String, StepDraft> open) {
        StepDraft shell = open.get(meaning.key());
        boolean later = shell != null
                && meaning.technique().id().equals(WEB_SHELL)
                && e.clarity() < CLEAR
                && shell.anchors().contains(e.burst().anchor())
                && e.burst().first().isAfter(shell.last().plus(STEP_GAP));
        return later ? named(COMMAND, EXECUTION, meaning) : meaning;
    }

    private Meaning named(String technique, String tactic, Meaning otherwise) {
        return catalog.technique(technique)
                .flatMap(t -> catalog.tactic(tactic).map(at -> new Meaning(t, at, otherwise.outcome())))
                .orElse(otherwise);
    }

    private static boolean sameFamily(String a, String b) {
        return a.split("\\.", 2)[0].equals(b.split("\\.", 2)[0]);
    }

    /// Of several tactics the first that does not lie before what the case has already reached, else the last.
    private Tactic tactic(Technique technique, Set<String> tacticsSoFar) {
        int reached = tacticsSoFar.stream()
                .map(catalog::tactic)
                .flatMap(Optional::stream)
                .mapToInt(Tactic::order)
                .max()
                .orElse(0);
        return technique.tactics().stream()
                .filter(tactic -> tactic.order() >= reached)
                .findFirst()
                .orElse(technique.tactics().getLast());
    }

    private List<Step> numbered(List<StepDraft> unordered, CaseDraft draft) {
        List<StepDraft> drafts = unordered.stream()
                .sorted(Comparator.comparing(StepDraft::first)
                        .thenComparing(StepDraft::looksIntoServices)
                        .thenComparingInt(d -> d.tactic().order())
                        .thenComparing(d -> d.technique().id()))
                .toList();
        var outcomes = new Outcomes(drafts, draft, phrases);
        var steps = new ArrayList<Step>();
        for (StepDraft d : drafts) {
            Outcomes.Judged judged = outcomes.of(d);
            steps.add(new Step(
                    steps.size() + 1,
                    d.tactic(),
                    d.technique(),
                    judged.outcome(),
                    judged.basis(),
                    judged.proof(),
                    d.evidence()));
        }
        return steps;
    }
}
