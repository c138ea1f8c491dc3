package dev.analystcopilot.eval.ait;

import dev.analystcopilot.eval.ait.AitNetwork.Truth;
import dev.analystcopilot.triage.TriageOutcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the shared scorer `score_ait.py` says of a run, computed the same way: a unit is (minute, host, rule) and
/// carries
/// the score of its best case; a case is pure if at least half of its units are attack by any label.
///
/// @param cases written
/// @param reduction 1 − cases / alerts
/// @param kinds attack steps that the labels name, without the long-running one
/// @param pureKinds of them in pure cases that are not set aside
/// @param firstTen of them in pure cases among the first ten
/// @param missed of them in no pure case
/// @param unitAp average precision over units by the score of their case, without the long-running theft
/// @param unitApAll with it
record AitScore(
        int cases,
        double reduction,
        Set<String> kinds,
        Set<String> pureKinds,
        Set<String> firstTen,
        Set<String> missed,
        double unitAp,
        double unitApAll) {

    private static final int FIRST = 10;

    /// What is scored of a case.
    ///
    /// @param shown not set aside
    record Scored(double score, boolean shown, List<String> alertIds) {}

    static AitScore of(AitNetwork network, TriageOutcome outcome) {
        return of(
                network,
                outcome.cases().stream()
                        .map(one -> new Scored(
                                one.score(), !one.disposition().verdict().setAside(), one.alertIds()))
                        .toList());
    }

    /// @param cases by falling score
    static AitScore of(AitNetwork network, List<Scored> cases) {
        Map<String, Double> best = new HashMap<>();
        Set<String> pure = new TreeSet<>();
        Set<String> first = new TreeSet<>();
        for (int i = 0; i < cases.size(); i++) {
            Scored one = cases.get(i);
            Map<String, Boolean> units = new HashMap<>();
            Set<String> kinds = new HashSet<>();
            for (String id : one.alertIds()) {
                Truth truth = network.truth(id);
                units.merge(truth.unit(), truth.duringAttack(), Boolean::logicalOr);
                best.merge(truth.unit(), one.score(), Math::max);
                if (truth.attack() && !truth.event().equals(AitNetwork.LONG_RUNNING)) {
                    kinds.add(truth.event());
                }
            }
            long attacked = units.values().stream().filter(a -> a).count();
            if (attacked * 2 >= units.size()) {
                if (one.shown()) {
                    pure.addAll(kinds);
                }
                if (i < FIRST) {
                    first.addAll(kinds);
                }
            }
        }
        Set<String> kinds = network.kinds(false);
        Set<String> missed = new TreeSet<>(kinds);
        missed.removeAll(pure);
        return new AitScore(
                cases.size(),
                1 - cases.size() / (double) network.alerts().size(),
                kinds,
                pure,
                first,
                missed,
                averagePrecision(network, best, false),
                averagePrecision(network, best, true));
    }

    private record Unit(double score, boolean attack) {}

    /// Ties count as one: each attack among them at the precision of the whole tie.
    private static double averagePrecision(AitNetwork network, Map<String, Double> best, boolean withLongRunning) {
        Map<String, Boolean> attacked = new HashMap<>();
        Set<String> left = new HashSet<>();
        for (Truth truth : network.truths().values()) {
            attacked.merge(truth.unit(), truth.attack(), Boolean::logicalOr);
            if (!withLongRunning && truth.event().equals(AitNetwork.LONG_RUNNING)) {
                left.add(truth.unit());
            }
        }
        var units = new ArrayList<Unit>();
        attacked.forEach((unit, attack) -> {
            if (!left.contains(unit)) {
                units.add(new Unit(best.getOrDefault(unit, -1.0), attack));
            }
        });
        units.sort((a, b) -> Double.compare(b.score(), a.score()));
        double found = 0;
        double sum = 0;
        for (int i = 0; i < units.size(); ) {
            int end = i;
            int here = 0;
            while (end < units.size() && units.get(end).score() == units.get(i).score()) {
                here += units.get(end).attack() ? 1 : 0;
                end++;
            }
            found += here;
            sum += here * found / end;
            i = end;
        }
        return sum / found;
    }
}
