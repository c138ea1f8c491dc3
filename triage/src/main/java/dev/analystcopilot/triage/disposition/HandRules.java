package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.correlate.CaseDraft;

/// A handful of weights set by hand, as the first version of the product judged: half of what
/// [DispositionRules] starts from, and what it is measured against. It knows no facts, no verdicts and no
/// calibration.
public final class HandRules {
    private static final double ATTACK = 0.75;

    private HandRules() {}

    /// @param attack its probability of an attack, not calibrated
    public record Judged(Verdict verdict, double attack) {}

    public static Judged judge(CaseDraft draft, Chain chain) {
        Matter matter = Matter.of(draft, chain, CaseContext.none());
        int tactics = matter.reached().tactics().size();
        int effects = matter.reached().effects().size();
        Severity severity = matter.severity();
        boolean severe = severity.compareTo(Severity.HIGH) >= 0;
        double attack = Questions.probability(logOdds(matter) + (severe ? 1.2 : 0));
        boolean beyond = effects > 0 || matter.reached().beyondEntry() > 0;
        boolean enough = (tactics >= 2 && beyond) || severity == Severity.CRITICAL || (severe && effects > 0);
        return new Judged(enough && attack >= ATTACK ? Verdict.TRUE_POSITIVE : Verdict.INSUFFICIENT_DATA, attack);
    }

    /// What tactics, score and effects alone say.
    static double logOdds(Matter matter) {
        return -4.0
                + 1.1 * matter.reached().tactics().size()
                + 3.0 * matter.draft().score()
                + 0.5 * Math.min(matter.reached().effects().size(), 3);
    }
}
