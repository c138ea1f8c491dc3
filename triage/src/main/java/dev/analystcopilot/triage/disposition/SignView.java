package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.sign.Leaning;
import dev.analystcopilot.triage.sign.Sign;
import dev.analystcopilot.triage.sign.SignScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the signs in the bodies of a case's alerts add to its judgement. Where bodies are all there is,
/// [BodyVerdicts] settles what this leaves open.
///
/// @param logOdds what they add
/// @param threats signs of attack, the weightiest first
/// @param everyday signs of everyday work, the weightiest first
record SignView(double logOdds, List<Sign> threats, List<Sign> everyday) {
    /// Beside a chain and a history, signs repeat in part what these tell.
    private static final double BESIDE_OTHERS = 0.5;

    private static final double MOST = 4;

    SignView {
        threats = List.copyOf(threats);
        everyday = List.copyOf(everyday);
    }

    /// The most threatening body counts; everyday ones do only where there is no other.
    static SignView of(Matter matter) {
        var threats = new ArrayList<Sign>();
        var everyday = new ArrayList<Sign>();
        double strongest = 0;
        double mildest = -MOST;
        boolean all = true;
        for (Evidence e : matter.draft().evidence()) {
            Leaning leaning = e.leaning();
            all &= leaning == Leaning.EVERYDAY;
            if (leaning == Leaning.NEUTRAL) {
                continue;
            }
            SignScore body = e.body();
            strongest = Math.max(strongest, body.logOdds());
            mildest = Math.max(mildest, body.logOdds());
            body.reasons().forEach(sign -> (sign.threatens() ? threats : everyday).add(sign));
        }
        double sum = all ? Math.min(0, mildest) : Math.min(MOST, strongest);
        return new SignView(BESIDE_OTHERS * sum, weightiest(threats), weightiest(everyday));
    }

    private static List<Sign> weightiest(List<Sign> signs) {
        return signs.stream()
                .distinct()
                .sorted(Comparator.comparingDouble((Sign sign) -> -Math.abs(sign.weight()))
                        .thenComparing(Sign::id))
                .toList();
    }
}
