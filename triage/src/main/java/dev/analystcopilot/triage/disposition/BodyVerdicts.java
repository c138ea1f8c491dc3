package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.phrase.Phrases;
import dev.analystcopilot.triage.sign.Leaning;
import dev.analystcopilot.triage.sign.Sign;
import dev.analystcopilot.triage.sign.SignScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Settles what is left open of a case by what the bodies of its alerts show: often a case is one alert,
/// and its body is all there is. A case that something else settled stays as it is, and what shows an
/// attack is never outvoted.
public final class BodyVerdicts {
    /// How much of the second body's log-odds counts: bodies of one case repeat each other.
    private static final double SECOND = 0.5;

    /// Rarity below which something is everyday here, in a scope that was watched for a day.
    private static final double ROUTINE = 0.5;
    /// Probability from which a body tells of an attack however often it shows.
    private static final double CERTAIN = 0.95;

    private static final int NAMED = 3;
    private static final double SUREST = 0.99;

    private final Phrases phrases;

    public BodyVerdicts(Phrases phrases) {
        this.phrases = phrases;
    }

    /// @param context what the organisation knows: a body that a fact explains tells of no attack, and settles nothing
    public Disposition settle(CaseDraft draft, CaseContext context, Disposition open) {
        if (open.verdict() != Verdict.INSUFFICIENT_DATA) {
            return open;
        }
        List<Evidence> unexplained = draft.evidence().stream()
                .filter(e -> context.facts().stream().noneMatch(fact -> fact.covers(e.burst())))
                .toList();
        return unexplained.isEmpty() ? open : settle(draft, unexplained, open);
    }

    private Disposition settle(CaseDraft draft, List<Evidence> unexplained, Disposition open) {
        List<SignScore> bodies = unexplained.stream()
                .map(Evidence::body)
                .sorted(Comparator.comparingDouble(SignScore::logOdds).reversed())
                .toList();
        List<SignScore> threatening = bodies.stream()
                .filter(body -> body.leaning() == Leaning.THREATENING)
                .toList();
        if (!threatening.isEmpty()) {
            boolean routine = unexplained.stream()
                    .filter(e -> e.leaning() == Leaning.THREATENING)
                    .allMatch(BodyVerdicts::routine);
            return routine ? open : attack(open, threatening);
        }
        if (unexplained.size() < draft.evidence().size()) {
            // What a fact explains in part is set aside by facts alone, which look for effects, too.
            return open;
        }
        boolean told = draft.evidence().stream()
                .allMatch(e -> SignScore.hasBody(e.burst().sample()));
        boolean held = open.reasons().stream().anyMatch(reason -> reason.code().startsWith("floor-"))
                || draft.evidence().stream().anyMatch(e -> e.burst().severity() == Severity.CRITICAL);
        SignScore worst = bodies.getFirst();
        Verdict verdict = worst.verdict(
                draft.evidence().stream().anyMatch(e -> !e.burst().techniques().isEmpty()));
        return told && !(held && verdict.setAside()) ? settled(open, verdict, worst) : open;
    }

    /// What shows on the same host time and again may be an attack, but its body alone does not settle that.
    private static boolean routine(Evidence e) {
        return e.settled() >= 1 && e.rarity() < ROUTINE && e.body().probability() < CERTAIN;
    }

    private Disposition attack(Disposition open, List<SignScore> threatening) {
        double second = threatening.size() > 1 ? SECOND * threatening.get(1).logOdds() : 0;
        double probability = logistic(threatening.getFirst().logOdds() + second);
        if (probability < DispositionRules.ATTACK) {
            return open;
        }
        List<Reason> reasons = new ArrayList<>(words(threatening, true));
        reasons.addAll(open.reasons());
        List<Reason> against = new ArrayList<>(words(threatening, false));
        against.addAll(open.against());
        return new Disposition(
                Verdict.TRUE_POSITIVE,
                rounded(probability),
                rounded(Math.max(probability, open.attack())),
                once(reasons),
                once(against),
                open.questions());
    }

    private Disposition settled(Disposition open, Verdict verdict, SignScore worst) {
        if (verdict == Verdict.INSUFFICIENT_DATA) {
            return open;
        }
        boolean attack = verdict == Verdict.TRUE_POSITIVE;
        double probability = worst.probability();
        List<Reason> reasons = new ArrayList<>(words(List.of(worst), attack));
        Optional<Reason> grade = reasons.isEmpty() ? Optional.of(reason("body-plain")) : Optional.empty();
        grade.ifPresent(reasons::add);
        List<Reason> against = new ArrayList<>(words(List.of(worst), !attack));
        (attack ? reasons : against).addAll(open.reasons());
        (attack ? against : reasons).addAll(open.against());
        return new Disposition(
                verdict,
                rounded(attack ? probability : 1 - probability),
                rounded(probability),
                once(reasons),
                once(against),
                open.questions());
    }

    private List<Reason> words(List<SignScore> bodies, boolean threatening) {
        Stream<Sign> signs = bodies.stream().flatMap(body -> body.reasons().stream());
        return signs.filter(sign -> sign.threatens() == threatening)
                .distinct()
                .limit(NAMED)
                .map(sign -> reason(threatening ? "body-threat" : "body-everyday", sign.words()))
                .toList();
    }

    /// What the rules named already is not said twice.
    private static List<Reason> once(List<Reason> reasons) {
        return reasons.stream().distinct().toList();
    }

    private Reason reason(String code, Object... arguments) {
        return new Reason(code, phrases.of("reason." + code, arguments));
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static double rounded(double probability) {
        return Math.min(SUREST, Math.round(probability * 1000) / 1000.0);
    }
}
