package dev.analystcopilot.triage.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Lets a way of learning and the model that decides now judge the same past cases again: it learns from earlier ones
/// and is tested on later ones, part by part, as it would have been. Who takes over must miss no attack that was not
/// missed before, and be no worse at saying how sure it is.
///
/// @param tested how many cases were judged again
/// @param attacks of these
/// @param newlyMissed ids of attacks that the present model shows and the new one would set aside
/// @param missedBefore attacks that the present model sets aside
/// @param missedAfter attacks that the new one sets aside
/// @param logLossBefore mean surprise of the present model, in nats
/// @param f1Before of the present model at [#THRESHOLD]
public record Replay(
        int tested,
        int attacks,
        List<String> newlyMissed,
        int missedBefore,
        int missedAfter,
        double logLossBefore,
        double logLossAfter,
        double f1Before,
        double f1After) {
    /// Below this probability a case counts as set aside.
    public static final double THRESHOLD = 0.5;
    /// So much worse a figure may be by chance alone.
    public static final double MARGIN = 0.02;

    /// Shares of the cases that are learnt from; each time the next part is tested.
    private static final List<Double> LEARNT = List.of(0.4, 0.6, 0.8);

    private static final double LEAST_PROBABILITY = 1e-3;

    public Replay {
        newlyMissed = List.copyOf(newlyMissed);
    }

    /// Why the new model must not take over; empty if it may.
    public List<String> objections() {
        var objections = new ArrayList<String>();
        if (tested == 0 || attacks == 0) {
            objections.add("no later attack to be tested on");
        }
        if (!newlyMissed.isEmpty()) {
            objections.add("would set aside " + newlyMissed.size() + " attacks that are shown now: "
                    + String.join(", ", newlyMissed.subList(0, Math.min(5, newlyMissed.size()))));
        }
        if (logLossAfter > logLossBefore + MARGIN) {
            objections.add(String.format(Locale.ROOT, "log loss %.3f instead of %.3f", logLossAfter, logLossBefore));
        }
        if (f1After < f1Before - MARGIN) {
            objections.add(String.format(Locale.ROOT, "F1 %.3f instead of %.3f", f1After, f1Before));
        }
        return objections;
    }

    /// @param present what decides now; what it learnt from may be among the cases, which is in its favour
    public static Replay of(List<Adjudicated> cases, Learner learner, Candidate present) {
        List<Adjudicated> ordered = cases.stream()
                .sorted(Comparator.comparing(Adjudicated::time).thenComparing(Adjudicated::id))
                .toList();
        var tally = new Tally();
        for (int part = 0; part < LEARNT.size(); part++) {
            int from = (int) Math.round(LEARNT.get(part) * ordered.size());
            int to =
                    part + 1 < LEARNT.size() ? (int) Math.round(LEARNT.get(part + 1) * ordered.size()) : ordered.size();
            List<Adjudicated> earlier = ordered.subList(0, from);
            List<Adjudicated> later = ordered.subList(from, to);
            if (later.isEmpty()
                    || earlier.stream().noneMatch(Adjudicated::attack)
                    || earlier.stream().allMatch(Adjudicated::attack)) {
                continue;
            }
            float[][] rows = rows(later);
            float[] before = present.attack(rows);
            try (Candidate fitted = learner.fit(earlier)) {
                tally.add(later, before, fitted.attack(rows));
            }
        }
        return tally.replay();
    }

    static float[][] rows(List<Adjudicated> cases) {
        return cases.stream().map(each -> each.row().array()).toArray(float[][]::new);
    }

    /// Sums over the parts.
    private static final class Tally {
        private final List<String> newlyMissed = new ArrayList<>();
        private final Side before = new Side();
        private final Side after = new Side();
        private int tested;
        private int attacks;

        void add(List<Adjudicated> cases, float[] present, float[] candidate) {
            for (int i = 0; i < present.length; i++) {
                Adjudicated each = cases.get(i);
                tested++;
                attacks += each.attack() ? 1 : 0;
                before.add(each.attack(), present[i]);
                after.add(each.attack(), candidate[i]);
                if (each.attack() && present[i] >= THRESHOLD && candidate[i] < THRESHOLD) {
                    newlyMissed.add(each.id());
                }
            }
        }

        Replay replay() {
            return new Replay(
                    tested,
                    attacks,
                    newlyMissed,
                    before.missed,
                    after.missed,
                    before.logLoss(),
                    after.logLoss(),
                    before.f1(),
                    after.f1());
        }
    }

    /// One model's results.
    private static final class Side {
        private int all;
        private int hits;
        private int missed;
        private int falseAlarms;
        private double surprise;

        void add(boolean attack, double probability) {
            all++;
            boolean shown = probability >= THRESHOLD;
            hits += attack && shown ? 1 : 0;
            missed += attack && !shown ? 1 : 0;
            falseAlarms += !attack && shown ? 1 : 0;
            double p = Math.clamp(attack ? probability : 1 - probability, LEAST_PROBABILITY, 1);
            surprise -= Math.log(p);
        }

        double logLoss() {
            return all == 0 ? 0 : surprise / all;
        }

        double f1() {
            int denominator = 2 * hits + missed + falseAlarms;
            return denominator == 0 ? 1 : 2.0 * hits / denominator;
        }
    }
}
