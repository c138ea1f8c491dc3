package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.chain.Step;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Judges a case by how far along an attack its steps reach, whether they took effect, what its sources say and how
/// unusual it is. The weights are set by hand and kept few: no team's verdicts exist on the first day.
///
/// Floors, which nothing lowers: a case with a critical alert, or with steps of two tactics of which one took effect,
/// is
/// never set aside.
public final class DispositionRules {
    /// A step counts as a tactic reached from this clarity on: oddities alone reach none.
    private static final double CLEAR_STEP = 0.35;
    /// Confidence from which "an attack" is said instead of "cannot tell".
    private static final double ATTACK = 0.75;

    /// Scans and attempts look the same whether approved or hostile: without an effect they settle nothing.
    private static final Set<String> ATTEMPTS = Set.of("TA0043", "TA0042", "TA0001", "TA0007");

    /// Nothing is certain.
    private static final double SUREST = 0.99;

    private final Phrases phrases;

    public DispositionRules(Phrases phrases) {
        this.phrases = phrases;
    }

    /// By the alerts alone.
    public Disposition judge(CaseDraft draft, Chain chain) {
        return judge(draft, chain, CaseContext.none());
    }

    public Disposition judge(CaseDraft draft, Chain chain, CaseContext context) {
        Set<String> tactics = new HashSet<>();
        int effects = 0;
        for (Step step : chain.steps()) {
            if (step.clarity() >= CLEAR_STEP) {
                tactics.add(step.tactic().id());
                effects += step.outcome() == Outcome.SUCCEEDED ? 1 : 0;
            }
        }
        Severity severity = worst(draft);
        boolean severe = severity.compareTo(Severity.HIGH) >= 0;
        double attack = logistic(
                -4.0 + 1.1 * tactics.size() + 3.0 * draft.score() + (severe ? 1.2 : 0) + 0.5 * Math.min(effects, 3));
        boolean beyondAttempts = effects > 0 || !ATTEMPTS.containsAll(tactics);
        boolean enough =
                (tactics.size() >= 2 && beyondAttempts) || severity == Severity.CRITICAL || (severe && effects > 0);
        if (enough && attack >= ATTACK) {
            return new Disposition(
                    Verdict.TRUE_POSITIVE,
                    rounded(attack),
                    rounded(attack),
                    reasonsFor(draft, chain, tactics, severity),
                    against(draft, chain, severity),
                    wouldClear(draft));
        }
        return new Disposition(
                Verdict.INSUFFICIENT_DATA,
                rounded(1 - Math.abs(attack - 0.5)),
                rounded(attack),
                reasonsFor(draft, chain, tactics, severity),
                against(draft, chain, severity),
                wouldSettle(draft, chain));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double rounded(double confidence) {
        return Math.min(SUREST, Math.round(confidence * 1000) / 1000.0);
    }

    private static Severity worst(CaseDraft draft) {
        Severity worst = Severity.UNKNOWN;
        for (Evidence e : draft.evidence()) {
            worst = e.burst().severity().compareTo(worst) > 0 ? e.burst().severity() : worst;
        }
        return worst;
    }

    private List<Reason> reasonsFor(CaseDraft draft, Chain chain, Set<String> tactics, Severity severity) {
        var reasons = new ArrayList<Reason>();
        if (tactics.size() >= 2) {
            reasons.add(reason("several-tactics", tactics.size(), chain.steps().size()));
        }
        chain.steps().stream()
                .filter(step -> step.outcome() == Outcome.SUCCEEDED && step.clarity() >= CLEAR_STEP)
                .map(step -> reason(
                        "took-effect",
                        step.technique().name(),
                        step.technique().id(),
                        step.evidence().getFirst().burst().anchor().value()))
                .distinct()
                .limit(3)
                .forEach(reasons::add);
        if (severity.compareTo(Severity.HIGH) >= 0) {
            reasons.add(reason("severe", phrases.of("severity." + severity.name())));
        }
        draft.evidence().stream()
                .filter(e -> e.rarity() >= 0.8)
                .findFirst()
                .ifPresent(e -> reasons.add(reason(
                        "rare", e.burst().sample().title(), e.burst().anchor().value())));
        if (reasons.isEmpty()) {
            reasons.add(reason("unusual", Math.round(100 * draft.score())));
        }
        return reasons;
    }

    private List<Reason> against(CaseDraft draft, Chain chain, Severity severity) {
        var against = new ArrayList<Reason>();
        if (chain.steps().stream().noneMatch(step -> step.outcome() == Outcome.SUCCEEDED)) {
            against.add(reason("no-effect"));
        }
        if (severity.compareTo(Severity.MEDIUM) < 0) {
            against.add(reason("mild"));
        }
        long oddities = draft.evidence().stream()
                .filter(e -> e.hint().isEmpty() && e.burst().techniques().isEmpty())
                .count();
        if (oddities * 2 > draft.evidence().size()) {
            against.add(reason("oddities", oddities, draft.evidence().size()));
        }
        if (draft.evidence().stream().mapToDouble(Evidence::settled).average().orElse(1) < 0.7) {
            against.add(reason("new-scope"));
        }
        return against;
    }

    /// What would turn an attack into something legitimate.
    private List<Question> wouldClear(CaseDraft draft) {
        var questions = new ArrayList<Question>();
        String host = mainHost(draft);
        questions.add(ask(draft, "authorised", host));
        questions.add(ask(draft, "change", host));
        return questions;
    }

    private List<Question> wouldSettle(CaseDraft draft, Chain chain) {
        var questions = new ArrayList<Question>();
        String host = mainHost(draft);
        if (chain.steps().isEmpty()) {
            questions.add(ask(draft, "change", host));
            questions.add(ask(
                    draft,
                    "repeat",
                    draft.evidence().getFirst().burst().sample().title(),
                    host));
        } else {
            questions.add(ask(draft, "effect", host));
            questions.add(ask(draft, "authorised", host));
            questions.add(ask(draft, "change", host));
        }
        return questions;
    }

    private Question ask(CaseDraft draft, String code, Object... arguments) {
        var query = new AlertSearch(List.of(), draft.first(), draft.last().plusSeconds(1), null);
        return new Question(code, phrases.of("ask." + code, arguments), query, 0, 0.5, 0.5);
    }

    /// Where the weightiest evidence lies.
    private static String mainHost(CaseDraft draft) {
        return draft.evidence().stream()
                .max(Comparator.comparingDouble(Evidence::weight))
                .orElseThrow()
                .burst()
                .anchor()
                .value();
    }

    private Reason reason(String code, Object... arguments) {
        return new Reason(code, phrases.of("reason." + code, arguments));
    }
}
