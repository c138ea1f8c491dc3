package dev.analystcopilot.eval.report;

import dev.analystcopilot.eval.Score;
import java.util.Locale;

/// How numbers are shown: three decimals for rates, one for what is larger, none for counts.
final class Numbers {
    private static final double LARGE = 10;

    private Numbers() {}

    static String text(Score score) {
        return switch (score) {
            case Score.Graded graded -> text(graded.value());
            case Score.Unscored _ -> "–";
        };
    }

    private static String text(double value) {
        if (value == Math.rint(value) && (Math.abs(value) > 1 || value == 0)) {
            return String.format(Locale.ROOT, "%,d", (long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < LARGE ? "%.3f" : "%,.1f", value);
    }
}
