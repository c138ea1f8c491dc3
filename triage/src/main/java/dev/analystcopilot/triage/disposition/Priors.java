package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.context.ExploitedVulnerability;
import dev.analystcopilot.triage.context.IndicatorHit;
import dev.analystcopilot.triage.context.NeighbourVerdict;
import java.util.HashMap;
import java.util.Map;

/// What the development networks cannot teach, since they hold no severities, no indicators, no facts and
/// no human verdicts: additive log-odds, set by hand, each with its reason. They come on top of what is
/// learnt, and are the same everywhere. A site's own verdicts calibrate their sum.
final class Priors {
    /// A source's "high" is right about twice as often as not in published triage work; "critical" more
    /// often. What is below "medium" says little either way: the learnt part was made with sources that say
    /// nothing.
    private static final Map<Severity, Double> SEVERITY = Map.of(
            Severity.CRITICAL, 2.0,
            Severity.HIGH, 1.2,
            Severity.MEDIUM, 0.3,
            Severity.LOW, 0.0,
            Severity.INFORMATIONAL, -0.3,
            Severity.UNKNOWN, 0.0);

    /// A sure indicator (confidence 100) makes an attack some 55 times likelier, one of 50 less than three
    /// times.
    private static final double INDICATOR = 4;
    /// A vulnerability that is being exploited somewhere, named by an alert.
    private static final double EXPLOITED = 0.7;
    /// And the machine runs the product.
    private static final double EXPOSED = 1.0;
    /// A fact that explains everything makes an attack some 150 times less likely, one that explains half
    /// of it hardly at all: attackers like to hide in a scan.
    private static final double EXPLAINED = -5;
    /// What took effect is not what a scan or a test that everybody knows of should do: half of that.
    private static final double EXPLAINED_WITH_EFFECT = 0.5;
    /// Times the logarithm of one more than the number of people's verdicts on such alerts.
    private static final double TRUE_BEFORE = 1.5;

    private static final double FALSE_BEFORE = -1.2;

    private Priors() {}

    /// @param indicators what known signs of attack add
    /// @param exploited what vulnerabilities under attack add
    /// @param facts what the organisation's facts take away
    /// @param trueBefore what earlier verdicts "attack" add
    /// @param falseBefore what earlier verdicts "harmless" take away
    record Sum(
            double severity, double indicators, double exploited, double facts, double trueBefore, double falseBefore) {
        double total() {
            return severity + context();
        }

        /// Without what the alerts themselves say.
        double context() {
            return indicators + exploited + facts + trueBefore + falseBefore;
        }
    }

    static Sum of(Matter matter) {
        CaseContext context = matter.context();
        return new Sum(
                SEVERITY.getOrDefault(matter.severity(), 0.0),
                indicators(context),
                exploited(context),
                facts(matter),
                TRUE_BEFORE * Math.log1p(likeness(context, true)),
                FALSE_BEFORE * Math.log1p(likeness(context, false)) * judgedHarmless(matter));
    }

    private static double indicators(CaseContext context) {
        double surest = context.indicators().stream()
                .map(IndicatorHit::indicator)
                .mapToDouble(indicator -> Math.pow(indicator.confidence() / 100.0, 2))
                .max()
                .orElse(0);
        return INDICATOR * surest;
    }

    private static double exploited(CaseContext context) {
        if (context.exploited().isEmpty()) {
            return 0;
        }
        boolean exposed = context.exploited().stream()
                .map(ExploitedVulnerability::exposed)
                .anyMatch(hosts -> !hosts.isEmpty());
        return EXPLOITED + (exposed ? EXPOSED : 0);
    }

    private static double facts(Matter matter) {
        double share = matter.context().covered(matter.draft());
        return EXPLAINED * share * share * (matter.reached().effects().isEmpty() ? 1 : EXPLAINED_WITH_EFFECT);
    }

    private static double likeness(CaseContext context, boolean attack) {
        Map<String, Double> byVerdict = new HashMap<>();
        for (NeighbourVerdict neighbour : context.neighbours()) {
            boolean counts = attack
                    ? neighbour.verdict() == Verdict.TRUE_POSITIVE
                    : neighbour.verdict().setAside();
            if (counts) {
                byVerdict.merge(neighbour.id(), Math.pow(neighbour.likeness(), 2), Math::max);
            }
        }
        return byVerdict.values().stream()
                .sorted()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /// The share of the case's bursts that are of a kind that people found harmless.
    private static double judgedHarmless(Matter matter) {
        long harmless = matter.draft().evidence().stream()
                .filter(e -> matter.context().neighbours().stream()
                        .anyMatch(n -> n.verdict().setAside()
                                && n.like().equals(e.burst().fingerprint())))
                .count();
        return (double) harmless / matter.draft().evidence().size();
    }
}
