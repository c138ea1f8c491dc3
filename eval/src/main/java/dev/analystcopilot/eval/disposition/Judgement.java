package dev.analystcopilot.eval.disposition;

import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.List;

/// What was said of a case, and what it was.
///
/// @param probability that it is an attack, as was said
record Judgement(String network, Verdict verdict, double probability, boolean attack) {
    private static final int BINS = 10;

    /// Whether something was said for sure, and wrongly.
    boolean wrongAndSure() {
        return switch (verdict) {
            case TRUE_POSITIVE -> !attack;
            case BENIGN, FALSE_POSITIVE -> attack;
            case INSUFFICIENT_DATA -> false;
        };
    }

    static double share(List<Judgement> judged, java.util.function.Predicate<Judgement> what) {
        return judged.isEmpty() ? 0 : (double) judged.stream().filter(what).count() / judged.size();
    }

    /// Mean square of how far the probability was off (G. W. Brier, 1950).
    static double brier(List<Judgement> judged) {
        return judged.stream()
                .mapToDouble(j -> Math.pow(j.probability() - (j.attack() ? 1 : 0), 2))
                .average()
                .orElse(0);
    }

    /// Expected calibration error over ten bins of equal width: how far what was said is off what was, on
    /// average.
    static double ece(List<Judgement> judged) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<Judgement> in = in(judged, bin);
            sum += Math.abs(in.stream().mapToDouble(Judgement::probability).sum()
                    - in.stream().filter(Judgement::attack).count());
        }
        return judged.isEmpty() ? 0 : sum / judged.size();
    }

    /// Those whose probability lies in a tenth.
    static List<Judgement> in(List<Judgement> judged, int bin) {
        return judged.stream()
                .filter(j -> Math.min(BINS - 1, (int) (j.probability() * BINS)) == bin)
                .toList();
    }

    /// Harmonic mean of precision and recall of "attack".
    static double f1(List<Judgement> judged) {
        long said = judged.stream()
                .filter(j -> j.verdict() == Verdict.TRUE_POSITIVE)
                .count();
        long right = judged.stream()
                .filter(j -> j.verdict() == Verdict.TRUE_POSITIVE && j.attack())
                .count();
        long attacks = judged.stream().filter(Judgement::attack).count();
        return said + attacks == 0 ? 0 : 2.0 * right / (said + attacks);
    }

    /// Area under precision and recall when cases are read by falling probability.
    static double averagePrecision(List<Judgement> judged) {
        List<Judgement> ranked = judged.stream()
                .sorted(java.util.Comparator.comparingDouble((Judgement j) -> -j.probability()))
                .toList();
        double sum = 0;
        int found = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).attack()) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return found == 0 ? 0 : sum / found;
    }
}
