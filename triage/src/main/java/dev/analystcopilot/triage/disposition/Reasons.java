package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.context.ExploitedVulnerability;
import dev.analystcopilot.triage.context.KnownFact;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What speaks for an attack and what against it, in words, the weightiest first: each reason weighs what
/// its part of the judgement adds to the log-odds.
final class Reasons {
    private static final int NAMED_EFFECTS = 3;
    private static final int NAMED_SIGNS = 3;
    private static final int MOST = 6;
    private static final double RARE = 0.8;
    private static final double SETTLED = 0.7;

    private final Phrases phrases;

    Reasons(Phrases phrases) {
        this.phrases = phrases;
    }

    private record Weighed(Reason reason, double weight) {}

    /// At least one.
    List<Reason> forAttack(Matter matter, Explained learnt, Priors.Sum priors, SignView signs) {
        var reasons = new ArrayList<Weighed>();
        if (matter.reached().tactics().size() >= 2) {
            add(
                    reasons,
                    learnt.adds("tactics", "steps", "beyond_entry"),
                    "several-tactics",
                    matter.reached().tactics().size(),
                    matter.chain().steps().size());
        }
        matter.reached().effects().stream()
                .limit(NAMED_EFFECTS)
                .forEach(step -> add(
                        reasons,
                        learnt.adds("effects"),
                        "took-effect",
                        step.technique().name(),
                        step.technique().id(),
                        Matter.place(step)));
        if (matter.severity().compareTo(Severity.HIGH) >= 0) {
            add(
                    reasons,
                    priors.severity(),
                    "severe",
                    phrases.of("severity." + matter.severity().name()));
        }
        matter.draft().evidence().stream()
                .filter(e -> e.rarity() >= RARE)
                .findFirst()
                .ifPresent(e -> add(
                        reasons,
                        learnt.adds("max_rarity", "mean_rarity", "max_anomaly", "mean_anomaly"),
                        "rare",
                        e.burst().sample().title(),
                        e.burst().anchor().value()));
        matter.context().indicators().stream()
                .limit(2)
                .forEach(hit -> add(
                        reasons,
                        priors.indicators(),
                        "indicator",
                        hit.entity().value(),
                        hit.indicator().source(),
                        hit.indicator().name().isBlank()
                                ? String.join(", ", hit.indicator().labels())
                                : hit.indicator().name(),
                        hit.indicator().confidence()));
        matter.context().exploited().stream().limit(2).forEach(v -> addExploited(reasons, priors, v));
        long judged = count(matter, true);
        if (judged > 0) {
            add(reasons, priors.trueBefore(), "judged-attack", judged);
        }
        signs.threats().stream()
                .limit(NAMED_SIGNS)
                .forEach(sign -> add(reasons, Math.abs(signs.logOdds()) * sign.weight(), "body-threat", sign.words()));
        if (reasons.isEmpty()) {
            add(reasons, 0, "unusual", Math.round(100 * matter.draft().score()));
        }
        return ordered(reasons);
    }

    private void addExploited(List<Weighed> reasons, Priors.Sum priors, ExploitedVulnerability vulnerability) {
        if (vulnerability.exposed().isEmpty()) {
            add(reasons, priors.exploited(), "exploited", vulnerability.id());
        } else {
            add(
                    reasons,
                    priors.exploited(),
                    "exposed",
                    vulnerability.id(),
                    vulnerability.exposed().getFirst());
        }
    }

    List<Reason> against(Matter matter, Explained learnt, Priors.Sum priors, SignView signs) {
        var against = new ArrayList<Weighed>();
        for (KnownFact known : matter.context().facts().stream().limit(2).toList()) {
            long covered = matter.draft().evidence().stream()
                    .filter(e -> known.covers(e.burst()))
                    .count();
            if (covered > 0) {
                add(
                        against,
                        -priors.facts(),
                        "fact",
                        phrases.of("fact." + known.fact().kind().name()),
                        known.fact().note().isBlank()
                                ? known.fact().id()
                                : known.fact().note(),
                        covered,
                        matter.draft().evidence().size());
            }
        }
        long judged = count(matter, false);
        if (judged > 0) {
            add(against, -priors.falseBefore(), "judged-harmless", judged);
        }
        signs.everyday().stream()
                .limit(NAMED_SIGNS)
                .forEach(
                        sign -> add(against, Math.abs(signs.logOdds() * sign.weight()), "body-everyday", sign.words()));
        if (matter.chain().steps().stream().noneMatch(step -> step.outcome() == Outcome.SUCCEEDED)) {
            add(against, -learnt.adds("effects"), "no-effect");
        }
        if (matter.severity().compareTo(Severity.MEDIUM) < 0) {
            add(against, -priors.severity(), "mild");
        }
        long oddities = matter.draft().evidence().stream()
                .filter(e -> e.hint().isEmpty() && e.burst().techniques().isEmpty())
                .count();
        if (oddities * 2 > matter.draft().evidence().size()) {
            add(
                    against,
                    -learnt.adds("max_clarity", "clear_share", "mean_threat", "threat"),
                    "oddities",
                    oddities,
                    matter.draft().evidence().size());
        }
        if (matter.draft().evidence().stream()
                        .mapToDouble(Evidence::settled)
                        .average()
                        .orElse(1)
                < SETTLED) {
            add(against, -learnt.adds("settled"), "new-scope");
        }
        return ordered(against);
    }

    private static long count(Matter matter, boolean attack) {
        return matter.context().neighbours().stream()
                .filter(n -> attack
                        ? n.verdict() == Verdict.TRUE_POSITIVE
                        : n.verdict().setAside())
                .map(n -> n.id())
                .distinct()
                .count();
    }

    private void add(List<Weighed> reasons, double weight, String code, Object... arguments) {
        reasons.add(new Weighed(new Reason(code, phrases.of("reason." + code, arguments)), weight));
    }

    private static List<Reason> ordered(List<Weighed> reasons) {
        return reasons.stream()
                .sorted(Comparator.comparingDouble((Weighed each) -> -each.weight()))
                .map(Weighed::reason)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
