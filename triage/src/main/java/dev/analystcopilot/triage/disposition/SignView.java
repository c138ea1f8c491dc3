package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.sign.Sign;
import dev.analystcopilot.triage.sign.SignScore;
import dev.analystcopilot.triage.sign.Signs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the signs in the bodies of a case's alerts come to.
///
/// @param alone whether they are nearly all that is known: few alerts, each with signs of its own. A case
///     with a
///     history and a chain is judged by these first
/// @param logOdds what they add; of an attack outright if they stand alone
/// @param threats signs of attack, the weightiest first
/// @param everyday signs of everyday work, the weightiest first
/// @param verdict what to make of the alerts if nothing else is known
record SignView(boolean alone, double logOdds, List<Sign> threats, List<Sign> everyday, Verdict verdict) {
    /// A case of more kinds of alerts than this has a story of its own.
    private static final int FEW_KINDS = 2;
    /// Beside a chain and a history, signs repeat in part what these tell.
    private static final double BESIDE_OTHERS = 0.5;

    private static final double MOST = 4;

    SignView {
        threats = List.copyOf(threats);
        everyday = List.copyOf(everyday);
    }

    static SignView of(Matter matter, Signs signs) {
        var threats = new ArrayList<Sign>();
        var everyday = new ArrayList<Sign>();
        SignScore strongest = new SignScore(Double.NEGATIVE_INFINITY, List.of());
        boolean all = true;
        boolean claims = false;
        for (Evidence e : matter.draft().evidence()) {
            SignScore score = score(e.burst(), signs);
            strongest = score.logOdds() > strongest.logOdds() ? score : strongest;
            all &= !score.reasons().isEmpty();
            claims |= !e.burst().techniques().isEmpty();
            score.reasons().forEach(sign -> (sign.threatens() ? threats : everyday).add(sign));
        }
        long kinds = matter.draft().evidence().stream()
                .map(e -> e.burst().fingerprint())
                .distinct()
                .count();
        boolean alone = all && kinds <= FEW_KINDS;
        double logOdds = threats.isEmpty() && everyday.isEmpty()
                ? 0
                : alone ? strongest.logOdds() : BESIDE_OTHERS * Math.clamp(strongest.logOdds(), all ? -MOST : 0, MOST);
        return new SignView(alone, logOdds, weightiest(threats), weightiest(everyday), strongest.verdict(claims));
    }

    private static SignScore score(Burst burst, Signs signs) {
        return SignScore.of(signs, burst.signs(), level(burst), burst.severity());
    }

    private static int level(Burst burst) {
        String told = burst.sample().details().getOrDefault("rule.level", "");
        return told.matches("\\d{1,2}") ? Integer.parseInt(told) : -1;
    }

    private static List<Sign> weightiest(List<Sign> signs) {
        return signs.stream()
                .distinct()
                .sorted(Comparator.comparingDouble((Sign sign) -> -Math.abs(sign.weight()))
                        .thenComparing(Sign::id))
                .toList();
    }
}
