package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.phrase.Phrases;
import dev.analystcopilot.triage.technique.TechniqueHint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Orders a case's evidence into steps. Bursts of one technique that follow each other belong to one step, also when
/// other techniques run beside them. Evidence without a technique supports the case, but makes no step.
public final class ChainBuilder {
    private static final Duration STEP_GAP = Duration.ofMinutes(30);
    private static final Duration EFFECT_WITHIN = Duration.ofHours(2);

    private static final double CLEAR = 0.5;
    private static final double VAGUE = 0.25;

    private static final Set<String> ENTRY = Set.of("TA0043", "TA0042", "TA0001");
    /// Steps that aim at a foothold: later activity on the same host shows that they got it.
    private static final Set<String> FOOTHOLD = Set.of("T1190", "T1505.003", "T1566", "T1059", "T1110", "T1110.002");
    /// Tactics that need a foothold first.
    private static final Set<String> NEEDS_FOOTHOLD = Set.of("TA0002", "TA0004", "TA0005", "TA0006", "TA0008");

    private final TechniqueCatalog catalog;
    private final Phrases phrases;

    public ChainBuilder(TechniqueCatalog catalog, Phrases phrases) {
        this.catalog = catalog;
        this.phrases = phrases;
    }

    /// A step in the making.
    private static final class Draft {
        final Tactic tactic;
        final Technique technique;
        final List<Evidence> evidence = new ArrayList<>();
        Outcome outcome = Outcome.UNKNOWN;
        Instant last;

        Draft(Tactic tactic, Technique technique, Evidence first) {
            this.tactic = tactic;
            this.technique = technique;
            this.last = first.burst().last();
        }

        void add(Evidence e, Outcome told) {
            evidence.add(e);
            last = e.burst().last().isAfter(last) ? e.burst().last() : last;
            if (told == Outcome.SUCCEEDED || outcome == Outcome.UNKNOWN) {
                outcome = told;
            }
        }

        double clarity() {
            return evidence.stream().mapToDouble(Evidence::clarity).max().orElse(0);
        }
    }

    private record Meaning(Technique technique, Tactic tactic, Outcome outcome) {}

    public Chain chain(CaseDraft draft) {
        var drafts = new ArrayList<Draft>();
        Set<String> tacticsSoFar = new HashSet<>();
        for (Evidence e : draft.evidence()) {
            Optional<Meaning> meaning = meaning(e, tacticsSoFar);
            if (meaning.isEmpty()) {
                continue;
            }
            Meaning m = meaning.orElseThrow();
            tacticsSoFar.add(m.tactic().id());
            Draft step = drafts.stream()
                    .filter(d -> d.technique.id().equals(m.technique().id())
                            && d.tactic.equals(m.tactic())
                            && !e.burst().first().isAfter(d.last.plus(STEP_GAP)))
                    .findFirst()
                    .orElseGet(() -> {
                        var opened = new Draft(m.tactic(), m.technique(), e);
                        drafts.add(opened);
                        return opened;
                    });
            step.add(e, m.outcome());
        }
        List<Step> steps = numbered(told(drafts));
        return new Chain(steps, links(steps), gaps(steps));
    }

    /// Beside steps that are clear, mere oddities make no step; they stay evidence of the case.
    private static List<Draft> told(List<Draft> drafts) {
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

    private static List<Step> numbered(List<Draft> unordered) {
        List<Draft> drafts = unordered.stream()
                .sorted(Comparator.comparing(
                                (Draft d) -> d.evidence.getFirst().burst().first())
                        .thenComparingInt(d -> d.tactic.order())
                        .thenComparing(d -> d.technique.id()))
                .toList();
        var steps = new ArrayList<Step>();
        for (Draft d : drafts) {
            steps.add(new Step(steps.size() + 1, d.tactic, d.technique, outcome(d, drafts), d.evidence));
        }
        return steps;
    }

    /// An attempt at a foothold succeeded if its host afterwards did what needs a foothold.
    private static Outcome outcome(Draft step, List<Draft> all) {
        if (step.outcome == Outcome.SUCCEEDED || !FOOTHOLD.contains(step.technique.id())) {
            return step.outcome;
        }
        Set<Entity> hosts = anchors(step);
        Instant from = step.evidence.getFirst().burst().first();
        boolean effect = all.stream()
                .filter(later -> NEEDS_FOOTHOLD.contains(later.tactic.id()) && later.outcome == Outcome.SUCCEEDED)
                .flatMap(later -> later.evidence.stream())
                .anyMatch(e -> hosts.contains(e.burst().anchor())
                        && e.burst().first().isAfter(from)
                        && e.burst().first().isBefore(step.last.plus(EFFECT_WITHIN)));
        return effect ? Outcome.SUCCEEDED : step.outcome;
    }

    private static Set<Entity> anchors(Draft step) {
        var anchors = new HashSet<Entity>();
        step.evidence.forEach(e -> anchors.add(e.burst().anchor()));
        return anchors;
    }

    /// Each step is tied to the latest earlier one that it shares an entity with, else to the one before it.
    private List<Link> links(List<Step> steps) {
        var links = new ArrayList<Link>();
        for (int i = 1; i < steps.size(); i++) {
            Step to = steps.get(i);
            Set<Entity> mine = new HashSet<>(to.entities());
            boolean tied = false;
            for (int j = i - 1; j >= 0 && !tied; j--) {
                Step from = steps.get(j);
                Optional<Entity> shared =
                        from.entities().stream().filter(mine::contains).findFirst();
                if (shared.isPresent()) {
                    links.add(new Link(
                            from.number(),
                            to.number(),
                            kind(shared.orElseThrow()),
                            shared(shared.orElseThrow(), from, to)));
                    tied = true;
                }
            }
            if (!tied) {
                Step from = steps.get(i - 1);
                links.add(new Link(
                        from.number(), to.number(), LinkKind.TIME, phrases.of("link.time", minutes(from, to))));
            }
        }
        return links;
    }

    private static LinkKind kind(Entity entity) {
        return switch (entity) {
            case Entity.Process ignored -> LinkKind.SAME_PROCESS;
            case Entity.File ignored -> LinkKind.SAME_FILE;
            case Entity.Hash ignored -> LinkKind.SAME_FILE;
            case Entity.User ignored -> LinkKind.SAME_ACCOUNT;
            case Entity.Mailbox ignored -> LinkKind.SAME_ACCOUNT;
            case Entity.Domain ignored -> LinkKind.SAME_DOMAIN;
            case Entity.Url ignored -> LinkKind.SAME_DOMAIN;
            case Entity.Ip ignored -> LinkKind.SAME_ADDRESS;
            case Entity.Host ignored -> LinkKind.SAME_HOST;
        };
    }

    private Bilingual shared(Entity entity, Step from, Step to) {
        return phrases.of("link." + entity.type(), entity.value(), minutes(from, to));
    }

    private static long minutes(Step from, Step to) {
        return Math.max(0, Duration.between(from.first(), to.first()).toMinutes());
    }

    private List<Bilingual> gaps(List<Step> steps) {
        var gaps = new ArrayList<Bilingual>();
        Set<String> tactics = new HashSet<>();
        steps.forEach(step -> tactics.add(step.tactic().id()));
        boolean beyondEntry = tactics.stream().anyMatch(tactic -> !ENTRY.contains(tactic));
        if (beyondEntry && !tactics.contains("TA0001") && !tactics.contains("TA0043")) {
            gaps.add(phrases.of("gap.initial-access"));
        }
        if (tactics.contains("TA0004") && !tactics.contains("TA0006") && !tactics.contains("TA0003")) {
            gaps.add(phrases.of("gap.credentials"));
        }
        if (beyondEntry && !tactics.contains("TA0010") && !tactics.contains("TA0040")) {
            gaps.add(phrases.of("gap.objective"));
        }
        if (steps.stream().allMatch(step -> step.outcome() != Outcome.SUCCEEDED) && !steps.isEmpty()) {
            gaps.add(phrases.of("gap.effect"));
        }
        return gaps;
    }
}
