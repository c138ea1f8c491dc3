package dev.analystcopilot.eval.sign;

import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Verdicts beside labels: `true_positive` is malicious, `benign` and `false_positive` are benign, and what is
/// undetermined is right for neither.
final class Verdicts {
    /// @param attack the label
    record Judged(boolean attack, Verdict verdict) {
        boolean undetermined() {
            return verdict == Verdict.INSUFFICIENT_DATA;
        }

        boolean saysAttack() {
            return verdict == Verdict.TRUE_POSITIVE;
        }
    }

    private Verdicts() {}

    static Row row(String name, List<Judged> judged) {
        Map<String, Score> values = new LinkedHashMap<>();
        values.put("n", Score.of(judged.size()));
        values.put("macro F1", Score.of((f1(judged, true) + f1(judged, false)) / 2));
        values.put("F1 malicious", Score.of(f1(judged, true)));
        values.put("F1 benign", Score.of(f1(judged, false)));
        values.put("recall", Score.of(share(judged, true, true)));
        values.put("false positives", Score.of(share(judged, false, true)));
        values.put("undetermined", Score.of((double)
                judged.stream().filter(Judged::undetermined).count()));
        return new Row(name, values);
    }

    static double f1(List<Judged> judged, boolean attack) {
        long right = judged.stream()
                .filter(one -> one.attack() == attack && says(one, attack))
                .count();
        long said = judged.stream().filter(one -> says(one, attack)).count();
        long are = judged.stream().filter(one -> one.attack() == attack).count();
        return said + are == 0 ? 0 : 2.0 * right / (said + are);
    }

    private static boolean says(Judged one, boolean attack) {
        return !one.undetermined() && one.saysAttack() == attack;
    }

    private static double share(List<Judged> judged, boolean label, boolean saysAttack) {
        long of = judged.stream().filter(one -> one.attack() == label).count();
        long said = judged.stream()
                .filter(one -> one.attack() == label && one.saysAttack() == saysAttack)
                .count();
        return of == 0 ? 0 : (double) said / of;
    }
}
