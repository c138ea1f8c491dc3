package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Judges a case. What is learnt from labelled networks ([DispositionModel]) and what no network teaches
/// ([Priors], [SignView]) come to one probability of an attack. From [#ATTACK] on, and with more than
/// attempts to show, it is called one. It is called harmless only where facts, people's verdicts or its own
/// signs cover all of it ([Clearing]) and no floor forbids it ([Floors]). Everything between abstains, and
/// says what would settle it.
public final class DispositionRules {
    /// Probability from which "an attack" is said instead of "cannot tell".
    static final double ATTACK = 0.75;
    /// How much of what the alerts say is the model's word; the rest are weights set by hand. Four labelled
    /// networks hold four attacks: neither alone is as good as both.
    static final double LEARNT = 0.5;
    /// Nothing is certain.
    private static final double SUREST = 0.99;

    private final DispositionModel model;
    private final Floors floors;
    private final Clearing clearing;
    private final Reasons reasons;
    private final Questions questions;

    /// @param model stays the caller's to close
    public DispositionRules(Phrases phrases, DispositionModel model) {
        this.model = model;
        this.floors = new Floors(phrases);
        this.clearing = new Clearing(phrases);
        this.reasons = new Reasons(phrases);
        this.questions = new Questions(phrases, model);
    }

    /// By the alerts alone.
    public Disposition judge(CaseDraft draft, Chain chain) {
        return judge(draft, chain, CaseContext.none());
    }

    public Disposition judge(CaseDraft draft, Chain chain, CaseContext context) {
        Matter matter = Matter.of(draft, chain, context);
        Explained learnt = model.explain(matter.row());
        Priors.Sum priors = Priors.of(matter);
        SignView view = SignView.of(matter);
        double alerts = LEARNT * learnt.logOdds() + (1 - LEARNT) * HandRules.logOdds(matter);
        double logOdds = alerts + priors.total() + view.logOdds();
        double attack = Questions.probability(logOdds);
        List<Reason> held = floors.of(matter);
        List<Reason> speaksFor = reasons.forAttack(matter, learnt, priors, view);
        List<Reason> speaksAgainst = reasons.against(matter, learnt, priors, view);
        List<Question> ask = questions.of(matter, logOdds, learnt.logOdds());
        Optional<Clearing.Cleared> cleared = held.isEmpty() ? clearing.of(matter) : Optional.empty();
        if (cleared.isPresent()) {
            Clearing.Cleared by = cleared.orElseThrow();
            double sure = Math.max(by.sure(), 1 - attack);
            return disposition(by.verdict(), sure, Math.min(attack, 1 - by.sure()), by.reasons(), speaksFor, ask);
        }
        if (attack >= ATTACK && enough(matter)) {
            return disposition(Verdict.TRUE_POSITIVE, attack, attack, speaksFor, speaksAgainst, ask);
        }
        var open = new ArrayList<>(held);
        open.addAll(speaksFor);
        return disposition(Verdict.INSUFFICIENT_DATA, 1 - Math.abs(attack - 0.5), attack, open, speaksAgainst, ask);
    }

    /// More than a scan or an attempt, or somebody's word for it.
    private static boolean enough(Matter matter) {
        boolean severe = matter.severity().compareTo(Severity.HIGH) >= 0;
        boolean effects = !matter.reached().effects().isEmpty();
        boolean several = matter.reached().tactics().size() >= 2
                && (effects || matter.reached().beyondEntry() > 0);
        boolean judged =
                matter.context().neighbours().stream().anyMatch(n -> n.same() && n.verdict() == Verdict.TRUE_POSITIVE);
        boolean known = matter.context().indicators().stream()
                .anyMatch(hit -> hit.indicator().confidence() >= Floors.SURE_INDICATOR);
        return several || matter.severity() == Severity.CRITICAL || (severe && effects) || judged || known;
    }

    private static Disposition disposition(
            Verdict verdict,
            double confidence,
            double attack,
            List<Reason> reasons,
            List<Reason> against,
            List<Question> questions) {
        return new Disposition(verdict, rounded(confidence), rounded(attack), reasons, against, questions);
    }

    private static double rounded(double confidence) {
        return Math.clamp(Math.round(confidence * 1000) / 1000.0, 1 - SUREST, SUREST);
    }
}
